import type * as Y from 'yjs'
import { deepFreeze, isEqual, type Json } from './json.ts'
import { parseRunState } from './run-state/parseRunState.ts'
import type { RunState } from './run-state/RunState.ts'
import type { YDocLike } from './YDocLike.ts'

declare const opaque: unique symbol

/** The run state document of a workshop. Opaque: read it with `readRunState`. */
export interface WorkshopState {
  readonly [opaque]: 'workshop-state'
}

interface WorkshopStateInternals {
  readonly ydoc: Y.Doc
  readonly root: Y.Map<unknown>
  read: RunState | null
}

const internals = new WeakMap<WorkshopState, WorkshopStateInternals>()
const states = new WeakMap<Y.Doc, WorkshopState>()

/** The only root of the document; one key per part of the run state. */
export const RUN_STATE_ROOT = 'run'

/** The run state of a document `workshop/<id>`. The same document gives the same handle; opening writes nothing. */
export function openWorkshopState(document: YDocLike): WorkshopState {
  const ydoc = document as Y.Doc
  const known = states.get(ydoc)
  if (known) return known
  const root = ydoc.getMap(RUN_STATE_ROOT)
  const state = Object.freeze({}) as WorkshopState
  const inside: WorkshopStateInternals = { ydoc, root, read: null }
  root.observe(() => (inside.read = null))
  internals.set(state, inside)
  states.set(ydoc, state)
  return state
}

/** The run state as plain frozen data; the same object until something changes. Broken parts read as absent. */
export function readRunState(state: WorkshopState): RunState {
  const inside = internalsOf(state)
  inside.read ??= deepFreeze(parseRunState(inside.root.toJSON()))
  return inside.read
}

/** Call `listener` after every change of the run state; returns how to stop. */
export function observeRunState(state: WorkshopState, listener: () => void): () => void {
  const { root } = internalsOf(state)
  const onChange = (): void => listener()
  root.observe(onChange)
  return () => root.unobserve(onChange)
}

/**
 * Write the run state. Server only: clients cannot write this document. Writes the parts that differ, each list entry
 * on its own, and raises `version` by one; `next.version` is ignored. Nothing is written when nothing differs.
 */
export function writeRunState(state: WorkshopState, next: RunState): void {
  const { ydoc, root } = internalsOf(state)
  const wanted = storedParts(next)
  const stale = [...root.keys()].filter((key) => key !== 'version' && !wanted.has(key))
  const changed = [...wanted].filter(([key, value]) => !isEqual(root.get(key), value))
  if (stale.length === 0 && changed.length === 0) return
  const version = readRunState(state).version + 1
  ydoc.transact(() => {
    for (const key of stale) root.delete(key)
    for (const [key, value] of changed) root.set(key, value)
    root.set('version', version)
  }, 'server')
}

/** Lists are stored as one key per entry and one for the order, so that a small change is a small update. */
function storedParts(run: RunState): Map<string, Json> {
  const parts = new Map<string, unknown>([
    ['workshop', run.workshop],
    ['current', run.current],
    ['frozen', run.frozen],
    ['announcement', run.announcement],
    ['stage', run.stage],
    ['gathering', run.gathering],
    ['hasLobby', run.hasLobby],
    ['closedAt', run.closedAt],
    ['closing', run.closing],
    ['submissionsVersion', run.submissionsVersion],
  ])
  for (const list of ['groups', 'talks', 'targetGroups', 'steps', 'rounds', 'reveals'] as const) {
    parts.set(
      `${list}.order`,
      run[list].map((entry) => entry.id),
    )
    for (const entry of run[list]) parts.set(`${list}/${entry.id}`, entry)
  }
  for (const record of ['groupRuns', 'nudges', 'signals'] as const) {
    for (const [groupId, value] of Object.entries(run[record])) parts.set(`${record}/${groupId}`, value)
  }
  return new Map([...parts].map(([key, value]) => [key, structuredClone(value) as Json]))
}

function internalsOf(state: WorkshopState): WorkshopStateInternals {
  const found = internals.get(state)
  if (!found) throw new TypeError('not a run state that openWorkshopState gave')
  return found
}

/** The document behind a run state; exported to transport only. */
export function ydocOfWorkshopState(state: WorkshopState): Y.Doc {
  return internalsOf(state).ydoc
}
