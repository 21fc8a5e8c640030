import { WIRES } from '../wire/wires.ts'
import { checkContent } from './checkContent.ts'
import { Coverage } from './Coverage.ts'
import { DurabilityPoll } from './DurabilityPoll.ts'
import type { Acknowledged, Job, JobResult } from './Job.ts'
import { LatencyBook } from './LatencyBook.ts'
import { planSends, seededRandom, type PlannedSend } from './planSends.ts'
import { prepareEdits } from './prepareEdits.ts'
import { SimulatedWriter, type WriterEvents } from './SimulatedWriter.ts'

/** Larger rooms are watched at this many clients; the others' frames are checked afterwards. */
const WATCHED_PER_LARGE_ROOM = 3
const SMALL_ROOM = 8
/** Joining is not what is measured: no more handshakes at once than a real doorway sees. */
const JOINING_AT_ONCE = 20
const QUIET_MS = 300
/** No frame at all for so long: what is missing will not come. */
const STALLED_MS = 3_000
const SETTLE_LIMIT_MS = 30_000
/** One lost edit is enough to void a run; the list of all would hide the next run's. */
const SHOWN_PROBLEMS = 3

/** Runs one job: prepares every edit, joins, sends by the clock, waits until all is quiet, checks the content. */
export async function runJob(job: Job, onStarted: () => void): Promise<JobResult> {
  const random = seededRandom(job.seed)
  const clients = job.rooms.flatMap((places, room) =>
    places.map((place, index) => ({ place, room, index, size: places.length })),
  )
  const sends = planSends(job.phases, clients.length, random)
  const editCounts = countByWriter(sends, clients.length)
  const lost: string[] = []
  const covered = new Map<SimulatedWriter, Coverage>()
  const events: WriterEvents = {
    onUpdate(receiver, update) {
      coverageOf(covered, receiver).add(update, (clientId, next) => book.noteHeld(receiver, clientId, next))
    },
    onAcknowledged: (writer, editIndex) => {
      if (!job.databaseFile) book.noteAcknowledged(writer, editIndex)
    },
    onLost: (_writer, reason) => lost.push(reason),
  }
  const writers = clients.map(
    ({ place, room, index, size }, at) =>
      new SimulatedWriter({
        room,
        place,
        wire: WIRES[job.wire],
        writing: prepareEdits(Math.max(1, editCounts[at] ?? 0), index),
        isWatched: size <= SMALL_ROOM || index < WATCHED_PER_LARGE_ROOM,
        events,
      }),
  )
  const book = new LatencyBook(job.phases, writers)
  await joinAll(writers, job.port)
  await quiet(writers)
  const poll = job.databaseFile
    ? new DurabilityPoll(job.databaseFile, (id, clock) => book.noteHeld('file', id, clock))
    : null
  onStarted()
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  await sendByTheClock({ sends, writers, book, mustStop: () => lost.length > 0 })
  const cpu = process.cpuUsage(cpuBefore)
  const generatorCpu = (cpu.user + cpu.system) / 1000 / (performance.now() - startedAt)
  if (job.expectsKill) await until(() => lost.length > 0)
  else await everythingHasArrived(writers, book)
  if (poll && !job.expectsKill) await everythingIsDurable(writers, book)
  poll?.stop()
  const problems = job.expectsKill ? [] : [...new Set(lost), ...(await checkContent(job, writers))]
  for (const writer of writers) writer.close()
  return {
    phases: book.results(),
    sentEdits: writers.reduce((sum, writer) => sum + writer.sentEdits, 0),
    generatorCpu,
    acknowledged: writers.map(acknowledgedBy),
    problems: problems.slice(0, SHOWN_PROBLEMS),
  }
}

function coverageOf(covered: Map<SimulatedWriter, Coverage>, receiver: SimulatedWriter): Coverage {
  const known = covered.get(receiver)
  if (known) return known
  const fresh = new Coverage()
  covered.set(receiver, fresh)
  return fresh
}

function countByWriter(sends: readonly PlannedSend[], writers: number): readonly number[] {
  const counts: number[] = Array.from({ length: writers }, () => 0)
  for (const { writer } of sends) counts[writer] = (counts[writer] ?? 0) + 1
  return counts
}

async function joinAll(writers: readonly SimulatedWriter[], port: number): Promise<void> {
  for (let at = 0; at < writers.length; at += JOINING_AT_ONCE) {
    await Promise.all(writers.slice(at, at + JOINING_AT_ONCE).map((writer) => writer.connect(port)))
  }
}

/** Sends what is due each millisecond; a late send keeps its intended time in the book. */
async function sendByTheClock(options: {
  sends: readonly PlannedSend[]
  writers: readonly SimulatedWriter[]
  book: LatencyBook
  mustStop: () => boolean
}): Promise<void> {
  const startedAt = performance.now()
  let next = 0
  while (next < options.sends.length && !options.mustStop()) {
    const now = performance.now() - startedAt
    for (let send = options.sends[next]; send && send.atMs <= now; send = options.sends[++next]) {
      const writer = options.writers[send.writer]
      if (!writer) continue
      options.book.noteSent(writer, send.phase, startedAt + send.atMs)
      writer.sendNext()
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** Waits until no frame has arrived for a while and all that can be acknowledged is. */
async function quiet(writers: readonly SimulatedWriter[]): Promise<void> {
  const since = performance.now()
  await until(() => silentMs(writers, since) > QUIET_MS)
}

function silentMs(writers: readonly SimulatedWriter[], since: number): number {
  return performance.now() - Math.max(since, ...writers.map((writer) => writer.lastFrameAt))
}

/** On a busy machine frames can pause for a while: first every watched client has everything, then all is quiet. */
async function everythingHasArrived(writers: readonly SimulatedWriter[], book: LatencyBook): Promise<void> {
  const watched = writers.filter((writer) => writer.isWatched)
  const pairs = watched.flatMap((receiver) =>
    writers
      .filter((writer) => writer !== receiver && writer.room === receiver.room)
      .map((writer) => ({ receiver, writer })),
  )
  const since = performance.now()
  const isStalled = (): boolean => silentMs(writers, since) > STALLED_MS
  await until(
    () => isStalled() || pairs.every(({ receiver, writer }) => book.heldEdits(receiver, writer) >= writer.sentEdits),
  )
  await quiet(writers)
}

async function everythingIsDurable(writers: readonly SimulatedWriter[], book: LatencyBook): Promise<void> {
  await until(() => writers.every((writer) => book.heldEdits('file', writer) >= writer.sentEdits))
}

/** Gives up after half a minute: the content check then says what is missing. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + SETTLE_LIMIT_MS
  while (!condition() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
}

function acknowledgedBy({ room, writing, acknowledgedEdits }: SimulatedWriter): Acknowledged {
  const clocks = writing.edits.slice(0, acknowledgedEdits).map(({ clockAfter }) => clockAfter)
  return { room, clientId: writing.clientId, clocks }
}
