import type { ParsedDocumentName } from '@tafelrunde/protocol'
import {
  diffPlenary,
  projectPlenary,
  type BoardSnapshot,
  type GroupId,
  type PlenaryDecisions,
  type PlenaryView,
  type RecommendationStanding,
  type RunState,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { Coalescer } from '../live/Coalescer.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { PlenaryChange, PlenaryListener, PlenaryWatch } from './LivePlenary.ts'
import { readDecisions } from './readDecisions.ts'
import { readStandings } from './readStandings.ts'

/** Ten views a second: fast enough for a beamer, slow enough for twelve groups that type at once. */
const INTERVAL_MS = 100

/**
 * Each view is written to everybody who looks on, one socket after the other. Where that is a hall, five a second: an
 * edit is still seen within 300 ms, and twelve groups that type at once cost half. Rarer views were tried: at four a
 * second, four edits a second fall into step with them, and one that is late delays all that follow.
 */
const HALL_INTERVAL_MS = 200
const HALL_WATCHERS = 50

/** A projection that takes longer than its interval stalls everything else that this process does. */
const SLOW_MS = 100

/** The merged view of one workshop; see LivePlenary for the rules. */
export class PlenaryProjection {
  readonly #parts: Pick<ServerParts, 'documents' | 'runStates' | 'submissions' | 'votes' | 'log'>
  readonly #workshopId: WorkshopId
  readonly #boards = new Map<GroupId, BoardSnapshot>()
  readonly #changedBoards = new Set<GroupId>()
  readonly #listeners = new Set<PlenaryListener>()
  readonly #coalescer: Coalescer
  #run: RunState | null = null
  #decisions: PlenaryDecisions | null = null
  #hasChangedDecisions = true
  #standings: readonly RecommendationStanding[] = []
  #hasChangedStandings = true
  #view: PlenaryView | null = null
  #loading: Promise<void> | null = null

  constructor(
    parts: Pick<ServerParts, 'documents' | 'runStates' | 'submissions' | 'votes' | 'log'>,
    workshopId: WorkshopId,
  ) {
    this.#parts = parts
    this.#workshopId = workshopId
    this.#coalescer = new Coalescer(
      () => (this.#listeners.size > HALL_WATCHERS ? HALL_INTERVAL_MS : INTERVAL_MS),
      () => this.#refresh(),
    )
  }

  isWatched(): boolean {
    return this.#listeners.size > 0
  }

  async watch(listener: PlenaryListener): Promise<PlenaryWatch> {
    this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = null
      throw cause
    })
    await this.#loading
    await this.#coalescer.served()
    this.#listeners.add(listener)
    return { view: () => this.#view as PlenaryView, stop: () => this.#listeners.delete(listener) }
  }

  documentChanged({ kind, id }: ParsedDocumentName): void {
    if (kind === 'plenary' && id === this.#workshopId) this.#hasChangedDecisions = true
    else if (kind === 'group' && this.#run?.groups.some((group) => group.id === id))
      this.#changedBoards.add(id as GroupId)
    else return
    this.#coalescer.wish()
  }

  /** Steps and timers change the run state often and the merged view never: only what it shows counts. */
  runChanged(run: RunState): void {
    const former = this.#run
    this.#run = run
    if (former && !this.#isShownDifferently(former, run)) return
    for (const { id } of run.groups) if (!this.#boards.has(id)) this.#changedBoards.add(id)
    if (former?.submissionsVersion !== run.submissionsVersion) this.#hasChangedStandings = true
    this.#coalescer.wish()
  }

  close(): void {
    this.#coalescer.stop()
    this.#listeners.clear()
  }

  async #load(): Promise<void> {
    this.#run = await this.#parts.runStates.load(this.#workshopId)
    for (const { id } of this.#run.groups) this.#changedBoards.add(id)
    await this.#readChanges()
    this.#view = this.#project()
  }

  async #refresh(): Promise<void> {
    const startedAt = performance.now()
    try {
      if (!this.#view) return
      await this.#readChanges()
      const before = this.#view
      const view = this.#project()
      this.#view = view
      const patch = diffPlenary(before, view)
      if (patch) this.#tell({ event: 'patch', data: { patch } })
      const ms = Math.round(performance.now() - startedAt)
      if (ms > SLOW_MS)
        this.#parts.log.warn('plenary.slow', { workshopId: this.#workshopId, boards: this.#boards.size, ms })
    } catch (cause) {
      // The view stays as it was; the next change of any document tries again.
      this.#parts.log.error('plenary.failed', { workshopId: this.#workshopId }, cause)
    }
  }

  #tell(change: PlenaryChange): void {
    for (const listener of this.#listeners) listener(change)
  }

  async #readChanges(): Promise<void> {
    const groupIds = [...this.#changedBoards]
    this.#changedBoards.clear()
    await Promise.all(
      groupIds.map(async (groupId) => {
        try {
          this.#boards.set(groupId, await this.#parts.documents.readBoard(groupId))
        } catch (cause) {
          // One board that cannot be read must not blind the plenary for all others; it is shown as last seen.
          this.#parts.log.error('plenary.failed', { workshopId: this.#workshopId }, cause)
        }
      }),
    )
    if (this.#hasChangedDecisions) {
      this.#hasChangedDecisions = false
      this.#decisions = await readDecisions(this.#parts.documents, this.#workshopId)
    }
    if (this.#hasChangedStandings) {
      this.#hasChangedStandings = false
      try {
        this.#standings = await readStandings(this.#parts, this.#workshopId)
      } catch (cause) {
        this.#hasChangedStandings = true
        throw cause
      }
    }
  }

  #project(): PlenaryView {
    const run = this.#run as RunState
    const boards = run.groups.flatMap(({ id }) => {
      const board = this.#boards.get(id)
      return board ? [{ groupId: id, board }] : []
    })
    return projectPlenary({ run, boards, decisions: this.#decisions, standings: this.#standings })
  }

  #isShownDifferently(a: RunState, b: RunState): boolean {
    const shown = ({ groups, targetGroups, talks, submissionsVersion }: RunState): string =>
      JSON.stringify([groups, targetGroups, talks, submissionsVersion])
    return shown(a) !== shown(b)
  }
}
