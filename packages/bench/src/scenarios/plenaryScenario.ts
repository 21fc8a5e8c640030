import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { editItemText } from '@tafelrunde/schema'
import { createWorkshop, inviteOf, startServer, type ServerProcess } from '@tafelrunde/testkit'
import { Audience, type AudienceReport, type Mark } from '../plenary/Audience.ts'
import { cpuSecondsOf } from '../plenary/cpuSecondsOf.ts'
import { fillWorkshop, type Writer } from '../plenary/fillWorkshop.ts'
import { takeSeats } from '../plenary/takeSeats.ts'
import type { Measurement } from '../report/Measurement.ts'
import type { Scenario } from './Scenario.ts'

const GROUPS = 12
const NOTES_PER_GROUP = 120
const VIEWERS = 300
/** With the viewers of the plenary 500 clients hear of a step; a workshop has at most 500 seats, so some have two tabs. */
const BOARD_CLIENTS = 200
const BOARD_SEATS_PER_GROUP = 15
const SECONDS = 20
/** Of all groups together: as many as a dozen groups finish notes in a busy minute, and then some. */
const EDITS_PER_SECOND = 4
const STEP_CHANGES = 10
const STEP_PAUSE_MS = 1_500
const SETTLE_MS = 2_000

const MAX_PLENARY_MS = 300
const MAX_CORE_SHARE = 0.1
const MAX_STEP_MS = 1_000

/**
 * Q9: an edit in a group → the plenary's screens, with 12 groups × 120 notes and 300 viewers; and a step that a
 * moderator starts → 500 clients. No peer has a merged view, so there is nothing to compare with.
 */
export function plenaryScenario(): Scenario {
  return {
    id: 'Q9',
    async run(tell) {
      const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-bench-'))
      const server = await startServer({ dataDir, env: { LOG_LEVEL: 'error' } })
      const hall = await openHall(server, tell)
      try {
        const edits = await measureEdits(server, hall)
        tell(`Q9 edits: ${describe(edits.report)}, ${(edits.coreShare * 100).toFixed(1)} % of a core`)
        const steps = await measureSteps(server, hall)
        tell(`Q9 steps: ${describe(steps)}`)
        return measurementsOf(edits, steps)
      } finally {
        hall.audience.leave()
        for (const { person } of hall.writers) person.leave()
        await server.kill('SIGTERM')
        rmSync(dataDir, { recursive: true, force: true })
      }
    },
  }
}

interface Hall {
  readonly workshop: CreateWorkshopResponse
  readonly writers: readonly Writer[]
  readonly audience: Audience
  readonly moderator: string
}

interface EditResult {
  readonly report: AudienceReport
  /** Processor time of the whole server for a second of the workshop. */
  readonly coreShare: number
}

async function openHall(server: ServerProcess, tell: (line: string) => void): Promise<Hall> {
  const { url, port } = server
  const workshop = await createWorkshop(url, { title: 'Plenum', groups: GROUPS, template: 'ozg-marketing-4h' })
  const writers = await fillWorkshop(url, workshop, NOTES_PER_GROUP)
  tell(`Q9 ${GROUPS} boards with ${NOTES_PER_GROUP} notes each are there; ${VIEWERS + BOARD_CLIENTS} people take seats`)
  const streamTokens = await takeSeats(url, inviteOf(workshop.links.observer), VIEWERS)
  const seated: string[] = []
  for (const { link } of workshop.groups) seated.push(...(await takeSeats(url, inviteOf(link), BOARD_SEATS_PER_GROUP)))
  const socketTokens = [...seated, ...seated].slice(0, BOARD_CLIENTS)
  const [moderator = ''] = await takeSeats(url, inviteOf(workshop.links.moderator), 1)
  const job = { port, workshopId: workshop.workshop.id, streamTokens, socketTokens }
  const audience = await Audience.gather(job)
  await settle(audience)
  return { workshop, writers, audience, moderator }
}

/** Until first states have arrived; nobody counts them. */
async function settle(audience: Audience): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  await audience.report([])
}

/** Each edit is a note of its own, so that none is lost in a later one before the next picture. */
async function measureEdits(server: ServerProcess, { writers, audience }: Hall): Promise<EditResult> {
  const marks: Mark[] = []
  const cpuBefore = cpuSecondsOf(server.pid)
  const startedAt = performance.now()
  for (let edit = 0; edit < SECONDS * EDITS_PER_SECOND; edit += 1) {
    const dueAt = startedAt + (edit * 1000) / EDITS_PER_SECOND
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())))
    const { person, groupId, itemIds } = writers[edit % writers.length] as Writer
    const itemId = itemIds[Math.floor(edit / writers.length)]
    if (!itemId) throw new Error('there are fewer notes than edits')
    const mark = { text: `Marke-${edit}.`, sentAt: performance.timeOrigin + dueAt, kind: 'stream' as const }
    person.edit(groupId, (board) => editItemText(board, itemId, `Wer den Dienst kennt, empfiehlt ihn. ${mark.text}`))
    marks.push(mark)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const coreShare = (cpuSecondsOf(server.pid) - cpuBefore) / seconds
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  return { report: await audience.report(marks), coreShare }
}

async function measureSteps(server: ServerProcess, { workshop, audience, moderator }: Hall): Promise<AudienceReport> {
  const path = `${server.url}/api/v1/workshops/${workshop.workshop.id}`
  const headers = { authorization: `Bearer ${moderator}`, 'content-type': 'application/json' }
  const { run } = (await (await fetch(path, { headers })).json()) as { run: { steps: readonly { id: string }[] } }
  const marks: Mark[] = []
  for (let change = 0; change < STEP_CHANGES; change += 1) {
    const step = run.steps[change % run.steps.length]
    if (!step) throw new Error('the run sheet has no steps')
    // The minutes that have gone make each start a text of its own.
    const sentAt = performance.timeOrigin + performance.now()
    const body = JSON.stringify({ type: 'step.start', stepId: step.id })
    const answer = await fetch(`${path}/run`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`starting a step answered ${answer.status}`)
    marks.push({ text: step.id, sentAt })
    await new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS))
  }
  return audience.report(marks)
}

function measurementsOf(edits: EditResult, steps: AudienceReport): readonly Measurement[] {
  const hall = `${GROUPS} groups × ${NOTES_PER_GROUP} notes, ${VIEWERS} viewers`
  const voided = ({ missing }: AudienceReport): readonly string[] =>
    missing === 0 ? [] : [`${missing} marks did not arrive`]
  const p95 = edits.report.latency.p95
  return [
    {
      id: 'Q9',
      measure: `edit → plenary, p95, ${hall}, ${EDITS_PER_SECOND} edits/s`,
      unit: 'ms',
      figures: { ours: p95 },
      goal: `≤ ${MAX_PLENARY_MS} ms`,
      ratio: null,
      met: p95 <= MAX_PLENARY_MS && edits.report.missing === 0,
      voided: voided(edits.report),
    },
    {
      id: 'Q9',
      measure: `CPU of the whole server meanwhile, ${hall}`,
      unit: 'core',
      figures: { ours: edits.coreShare },
      goal: `≤ ${MAX_CORE_SHARE} of a core`,
      ratio: null,
      met: edits.coreShare <= MAX_CORE_SHARE,
      voided: voided(edits.report),
    },
    {
      id: 'Q9',
      measure: `step change → ${VIEWERS + BOARD_CLIENTS} clients, p95`,
      unit: 'ms',
      figures: { ours: steps.latency.p95 },
      goal: `< ${MAX_STEP_MS} ms`,
      ratio: null,
      met: steps.latency.p95 < MAX_STEP_MS && steps.missing === 0,
      voided: voided(steps),
    },
  ]
}

function describe({ latency, missing }: AudienceReport): string {
  return `p95 ${latency.p95.toFixed(0)} ms, p99 ${latency.p99.toFixed(0)} ms over ${latency.count} arrivals, ${missing} missing`
}
