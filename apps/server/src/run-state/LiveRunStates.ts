import { AppError, documentName, type DocumentName } from '@tafelrunde/protocol'
import { readRunState, writeRunState } from '@tafelrunde/schema'
import { openWorkshopState } from '@tafelrunde/schema/transport'
import type { GroupId, RunState, WorkshopId } from '@tafelrunde/schema/plain'
import { Listeners } from '../live/Listeners.ts'
import type { Documents, RunStates, YDocLike } from '../seams.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'

/**
 * The run states of all workshops that were asked for, in memory, over the documents `workshop/<id>`.
 *
 * [RS1] Only this class writes those documents, so what it holds is what everybody syncs.
 * [RS2] Changes of one workshop happen one after another, each on the state that the one before left.
 * [RS3] `current` never goes back to an older version.
 * [RS4] Listeners are told after the change is durable, and before `change` resolves.
 * [RS5] Nobody gets a state by `load` or `current` before those who asked `onKnown` have it.
 */
export class LiveRunStates implements RunStates {
  readonly #workshops: WorkshopStore
  readonly #documents: () => Documents
  readonly #current = new Map<WorkshopId, RunState>()
  readonly #loading = new Map<WorkshopId, Promise<RunState>>()
  readonly #workshopOfGroup = new Map<GroupId, WorkshopId>()
  readonly #listeners = new Listeners<[workshopId: WorkshopId, run: RunState]>()
  readonly #knowing = new Listeners<[workshopId: WorkshopId, run: RunState]>()

  /** Documents are asked for late: the sync layer that gives them needs the run states first. */
  constructor(parts: { workshops: WorkshopStore; documents: () => Documents }) {
    this.#workshops = parts.workshops
    this.#documents = parts.documents
  }

  load(workshopId: WorkshopId): Promise<RunState> {
    const current = this.#current.get(workshopId)
    if (current) return Promise.resolve(current)
    const loading =
      this.#loading.get(workshopId) ?? this.#read(workshopId).finally(() => this.#loading.delete(workshopId))
    this.#loading.set(workshopId, loading)
    return loading
  }

  current(workshopId: WorkshopId): RunState | undefined {
    return this.#current.get(workshopId)
  }

  async workshopOfGroup(groupId: GroupId): Promise<WorkshopId | null> {
    const known = this.#workshopOfGroup.get(groupId)
    if (known) return known
    const workshopId = await this.#workshops.workshopOfGroup(groupId)
    if (workshopId) this.#workshopOfGroup.set(groupId, workshopId)
    return workshopId
  }

  onChanged(listener: (workshopId: WorkshopId, run: RunState) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** Calls back with every newer state, also with the first one that comes from the disk. */
  onKnown(listener: (workshopId: WorkshopId, run: RunState) => void): () => void {
    return this.#knowing.add(listener)
  }

  /** Write the first state of a workshop that is being created. */
  async create(workshopId: WorkshopId, first: RunState): Promise<RunState> {
    const written = await this.#documents().begin(nameOf(workshopId), (ydoc) => replaceRunState(ydoc, () => first))
    return this.#tell(workshopId, written)
  }

  /** Replace the state by what `next` makes of it; what `next` throws leaves everything as it was. */
  async change(workshopId: WorkshopId, next: (run: RunState) => RunState): Promise<RunState> {
    await this.load(workshopId)
    const written = await this.#documents().edit(nameOf(workshopId), (ydoc) => replaceRunState(ydoc, next))
    return this.#tell(workshopId, written)
  }

  /** A workshop is deleted: nothing of it is kept in mind. */
  forget(workshopId: WorkshopId): void {
    for (const { id } of this.#current.get(workshopId)?.groups ?? []) this.#workshopOfGroup.delete(id)
    this.#current.delete(workshopId)
  }

  #tell(workshopId: WorkshopId, written: RunState): RunState {
    if (this.#keep(workshopId, written)) this.#listeners.tell(workshopId, written)
    return written
  }

  async #read(workshopId: WorkshopId): Promise<RunState> {
    if (!(await this.#workshops.byId(workshopId))) throw new AppError('workshop.unknown', 'no such workshop')
    const run = await this.#documents().read(nameOf(workshopId), (ydoc) => readRunState(openWorkshopState(ydoc)))
    this.#keep(workshopId, run)
    return this.#current.get(workshopId) ?? run
  }

  #keep(workshopId: WorkshopId, run: RunState): boolean {
    const known = this.#current.get(workshopId)
    if (known && known.version >= run.version) return false
    this.#current.set(workshopId, run)
    this.#knowing.tell(workshopId, run)
    return true
  }
}

function nameOf(workshopId: WorkshopId): DocumentName {
  return documentName('workshop', workshopId)
}

function replaceRunState(ydoc: YDocLike, next: (run: RunState) => RunState): RunState {
  const state = openWorkshopState(ydoc)
  writeRunState(state, next(readRunState(state)))
  return readRunState(state)
}
