import { AppError, type RehearsalRecord } from '@tafelrunde/protocol'
import type { RehearsalOrder } from '@tafelrunde/rehearsal'
import {
  findRehearsalProblems,
  newId,
  type Group,
  type RehearsalAccount,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { AuditEvent } from '../workshops/AuditLog.ts'
import { copyWorkshop, planCopy, type WorkshopCopy } from '../workshops/copyWorkshop.ts'
import { deleteWorkshop, type DeletionParts } from '../workshops/deleteWorkshop.ts'
import type { FirstLinks } from '../workshops/establishWorkshop.ts'
import { expectPeople } from './expectPeople.ts'
import type { RehearsalCopy, RehearsalCopyStore } from './RehearsalCopyStore.ts'
import { startRehearsalProcess, type RunningProcess } from './RehearsalProcess.ts'
import { withSourceIds } from './withSourceIds.ts'

/** Two teams may prepare on the same afternoon; more would be felt by people who work. */
const MOST_AT_ONCE = 2

/** Copies that are being deleted; whoever starts and stops over and over waits for them. */
const MOST_LEAVING = 4

/** A step at the usual pace: time for forty people to do something each, one after the other. */
const STEP_MS = 6_000

/** All steps together, however many there are. */
const ALL_STEPS_MS = 120_000

/** What should come at once and has not come by then counts as missing. */
const PATIENCE_MS = 10_000

/** Twice what the longest run sheet takes; then something hangs. */
const MOST_MS = 10 * 60_000

/** How long the end of the server waits for the deletion; what is left is deleted at the next start. */
const STOP_MS = 1_000

/** Last rehearsals that are kept in mind for whoever opens the dialog again. */
const MOST_KEPT = 200

type Parts = DeletionParts &
  Pick<ServerParts, 'seats' | 'seatings' | 'audit' | 'log'> & {
    readonly copies: RehearsalCopyStore
    /** Where this server is reached from its own machine, and the host that it answers for. */
    readonly ownAddress: () => Pick<RehearsalOrder, 'url' | 'host'>
    /** How many times faster than usual; for tests. */
    readonly pace: number
  }

/** How a rehearsal has ended. */
type Outcome = Pick<RehearsalRecord, 'outcome' | 'failure' | 'problems'>

/** Nothing is known of what was met until then. */
const STOPPED: Outcome = { outcome: 'stopped', failure: null, problems: [] }

interface Running {
  record: RehearsalRecord
  /** The workshop that is made for it; null before that is known. */
  copyId: WorkshopId | null
  process: RunningProcess | null
  isStopped: boolean
  done: Promise<void>
}

/**
 * Rehearsals of workshops (rules RH of SPEC.md): copy, play, judge, delete.
 *
 * Whatever happens in between, the copy is deleted afterwards; it is noted as something that has to go before anything
 * of it is written, so that the next start deletes what this process could not.
 */
export class Rehearsals {
  readonly #parts: Parts
  readonly #running = new Map<WorkshopId, Running>()
  readonly #last = new Map<WorkshopId, RehearsalRecord>()
  /** Copies that are being deleted, by their own ids; nobody waits for it but the end of the server. */
  readonly #leaving = new Map<WorkshopId, Promise<void>>()
  #isClosing = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The rehearsal that runs, else the last one since the server started. */
  read(workshopId: WorkshopId): RehearsalRecord | null {
    return this.#running.get(workshopId)?.record ?? this.#last.get(workshopId) ?? null
  }

  /** Begin a rehearsal of the seat's workshop. @throws AppError `rehearsal.running` | `rehearsal.busy` | `server.stopping` */
  async start(seat: Seat): Promise<RehearsalRecord> {
    const { workshopId } = seat
    if (this.#isClosing) throw new AppError('server.stopping', 'the server begins nothing any more')
    if (this.#running.has(workshopId)) throw new AppError('rehearsal.running', 'the workshop is being rehearsed')
    const isBusy = this.#running.size >= MOST_AT_ONCE || this.#leaving.size >= MOST_LEAVING
    if (isBusy) throw new AppError('rehearsal.busy', 'others are rehearsing')
    const record = newRecord(this.#parts.now())
    const running: Running = { record, copyId: null, process: null, isStopped: false, done: Promise.resolve() }
    this.#running.set(workshopId, running)
    try {
      const source = await this.#parts.runStates.load(workshopId)
      running.record = { ...record, steps: source.steps.length }
      await this.#remember(seat, 'rehearsal.started')
      running.done = this.#run(seat, running, planCopy(source)).catch((cause: unknown) =>
        this.#parts.log.error('rehearsal.failed', { workshopId }, cause),
      )
    } catch (cause) {
      this.#running.delete(workshopId)
      throw cause
    }
    return running.record
  }

  /** End the rehearsal of the seat's workshop; what was met so far is told. @throws AppError `rehearsal.unknown` */
  async stop(seat: Seat): Promise<RehearsalRecord> {
    const running = this.#running.get(seat.workshopId)
    if (!running) throw new AppError('rehearsal.unknown', 'no rehearsal runs')
    if (running.isStopped) return running.record
    running.isStopped = true
    running.process?.stop()
    await this.#remember(seat, 'rehearsal.stopped')
    return running.record
  }

  /** Delete copies that a stop or a kill of the server has left. */
  async sweep(): Promise<void> {
    const left = await this.#parts.copies.list()
    const inUse = new Set(Array.from(this.#running.values(), ({ copyId }) => copyId))
    for (const copy of left) {
      if (!inUse.has(copy.workshopId)) await this.#discard(copy)
    }
  }

  /** No rehearsal goes on. */
  async close(): Promise<void> {
    this.#isClosing = true
    const running = Array.from(this.#running.values())
    for (const { process } of running) process?.kill()
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_MS)
    })
    const done = Promise.all(running.map((one) => one.done)).then(() => Promise.all(this.#leaving.values()))
    await Promise.race([done, patience])
    clearTimeout(timer)
  }

  async #run(seat: Seat, running: Running, plan: WorkshopCopy): Promise<void> {
    const workshopId = plan.run.workshop.id as WorkshopId
    const copy = { workshopId, groupIds: plan.run.groups.map(({ id }) => id) }
    running.copyId = workshopId
    let outcome: Outcome
    try {
      await this.#parts.copies.note(copy)
      assertWanted(running)
      const links = await copyWorkshop(this.#parts, plan)
      assertWanted(running)
      const account = await this.#play(running, await this.#orderFor(plan, links))
      outcome = { ...judged(plan, account), outcome: running.isStopped ? 'stopped' : 'finished', failure: null }
    } catch (cause) {
      outcome = this.#isClosing || running.isStopped ? STOPPED : this.#failed(seat, cause)
    }
    const leaving = this.#discard(copy).finally(() => this.#leaving.delete(workshopId))
    this.#leaving.set(workshopId, leaving)
    const record: RehearsalRecord = { ...running.record, ...outcome, phase: 'over', endedAt: this.#parts.now() }
    this.#keep(seat.workshopId, record)
    this.#running.delete(seat.workshopId)
    this.#parts.log.info('rehearsal.ended', {
      workshopId: seat.workshopId,
      outcome: record.outcome ?? '',
      problems: record.problems.length,
      ms: (record.endedAt ?? 0) - record.startedAt,
    })
    await this.#remember({ ...seat, id: null }, 'rehearsal.ended')
  }

  #failed({ workshopId }: Seat, cause: unknown): Outcome {
    this.#parts.log.error('rehearsal.failed', { workshopId }, cause)
    return { outcome: 'failed', failure: cause instanceof AppError ? cause.code : 'internal', problems: [] }
  }

  async #orderFor({ source, run }: WorkshopCopy, { byRole }: FirstLinks): Promise<RehearsalOrder> {
    const { seats, seatings, ownAddress, pace } = this.#parts
    const sourceId = source.workshop.id as WorkshopId
    const copyId = run.workshop.id as WorkshopId
    const [taken, seating] = await Promise.all([seats.list(sourceId), seatings.read(copyId)])
    const members = taken.filter(({ role }) => role === 'participant' || role === 'scribe')
    const seatsPerGroup = Object.fromEntries(
      source.groups.map((group, at) => [
        run.groups[at]?.id ?? group.id,
        members.filter(({ groupId }) => groupId === group.id).length,
      ]),
    )
    const seatsWithoutGroup = members.filter(({ groupId }) => groupId === null).length
    const entriesPerPerson = await this.#entriesPerPerson(run.groups)
    const { moderator, participant, screen } = byRole
    return {
      ...ownAddress(),
      workshopId: copyId,
      run,
      seating: seating.mode,
      invites: { moderator: moderator.token, participant: participant.token, screen: screen.token },
      people: expectPeople(run, { seating, seatsPerGroup, seatsWithoutGroup, entriesPerPerson }),
      seed: this.#parts.now() % 1_000_000,
      stepMs: Math.min(STEP_MS, ALL_STEPS_MS / Math.max(1, run.steps.length)) / pace,
      patienceMs: PATIENCE_MS,
    }
  }

  async #entriesPerPerson(groups: readonly Group[]): Promise<number> {
    const sizes = await Promise.all(
      groups.map(async ({ id, kind }) => {
        const { items, recommendations } = await this.#parts.documents.readBoard(id)
        return { kind, entries: items.length + recommendations.length }
      }),
    )
    const most = (wanted: Group['kind']): number =>
      Math.max(0, ...sizes.filter(({ kind }) => kind === wanted).map(({ entries }) => entries))
    return most('common') + most('group')
  }

  async #play(running: Running, order: RehearsalOrder): Promise<RehearsalAccount> {
    if (this.#isClosing) throw new AppError('server.stopping', 'the server begins nothing any more')
    const process = startRehearsalProcess(order, {
      withinMs: MOST_MS,
      progress: (progress) => {
        running.record = { ...running.record, ...progress }
      },
    })
    running.process = process
    if (running.isStopped) process.stop()
    return process.over
  }

  /** A disk that refuses keeps the note, and the next start tries again. */
  async #discard(copy: RehearsalCopy): Promise<void> {
    try {
      await deleteWorkshop(this.#parts, copy)
      await this.#parts.copies.crossOff(copy.workshopId)
    } catch (cause) {
      // A server that ends lets go of its documents, and with them of what was being deleted.
      if (!this.#isClosing) this.#parts.log.error('rehearsal.notDeleted', { workshopId: copy.workshopId }, cause)
    }
  }

  #keep(workshopId: WorkshopId, record: RehearsalRecord): void {
    this.#last.delete(workshopId)
    this.#last.set(workshopId, record)
    const [oldest] = this.#last.keys()
    if (this.#last.size > MOST_KEPT && oldest !== undefined) this.#last.delete(oldest)
  }

  /** `id` null: nobody has done it. */
  async #remember(
    { workshopId, id }: Pick<Seat, 'workshopId'> & { readonly id: Seat['id'] | null },
    event: AuditEvent,
  ): Promise<void> {
    await this.#parts.audit.append({ workshopId, seatId: id, at: this.#parts.now(), event, details: {} })
  }
}

/** Nobody waits for what was stopped before it began. @throws AppError, which nobody is told */
function assertWanted({ isStopped }: Running): void {
  if (isStopped) throw new AppError('rehearsal.unknown', 'it was stopped before it began')
}

function newRecord(startedAt: number): RehearsalRecord {
  return {
    id: newId(),
    startedAt,
    phase: 'arriving',
    step: 0,
    steps: 0,
    stepId: null,
    counts: { people: 0, notes: 0, recommendations: 0, ballots: 0, calls: 0, returns: 0 },
    outcome: null,
    endedAt: null,
    failure: null,
    problems: [],
  }
}

function judged({ source, groupIds }: WorkshopCopy, account: RehearsalAccount): Pick<RehearsalRecord, 'problems'> {
  const problems = findRehearsalProblems({ run: source, account: withSourceIds(account, groupIds) })
  return { problems: problems.map((problem) => ({ ...problem, figures: { ...problem.figures } })) }
}
