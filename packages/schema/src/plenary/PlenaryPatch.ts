import { deepFreeze, isEqual } from '../json.ts'
import type { ChannelFit, PlenaryCanvas, PlenaryEntry, PlenaryRecommendation, PlenaryView } from './PlenaryView.ts'
import { sortPlenary } from './sortPlenary.ts'

/** What changed in a keyed list. */
export interface ListPatch<T> {
  readonly upserts: readonly T[]
  readonly removals: readonly string[]
}

/** The difference between two views, as it travels in the event stream. Absent parts did not change. */
export interface PlenaryPatch {
  readonly version: 1
  readonly groups?: PlenaryView['groups']
  readonly targetGroups?: PlenaryView['targetGroups']
  readonly canvases?: ListPatch<PlenaryCanvas>
  readonly entries?: ListPatch<PlenaryEntry>
  readonly recommendations?: ListPatch<PlenaryRecommendation>
  readonly channelFits?: ListPatch<ChannelFit>
}

/** What has to be changed in `before` to get `after`; null when they are equal. */
export function diffPlenary(before: PlenaryView, after: PlenaryView): PlenaryPatch | null {
  const canvases = diffList(before.canvases, after.canvases)
  const entries = diffList(before.entries, after.entries)
  const recommendations = diffList(before.recommendations, after.recommendations)
  const channelFits = diffList(before.channelFits, after.channelFits)
  const patch: PlenaryPatch = {
    version: 1,
    ...(isEqual(before.groups, after.groups) ? {} : { groups: after.groups }),
    ...(isEqual(before.targetGroups, after.targetGroups) ? {} : { targetGroups: after.targetGroups }),
    ...(canvases ? { canvases } : {}),
    ...(entries ? { entries } : {}),
    ...(recommendations ? { recommendations } : {}),
    ...(channelFits ? { channelFits } : {}),
  }
  return Object.keys(patch).length > 1 ? patch : null
}

function diffList<T extends { readonly key: string }>(before: readonly T[], after: readonly T[]): ListPatch<T> | null {
  const old = new Map(before.map((entry) => [entry.key, entry]))
  const upserts: T[] = []
  for (const entry of after) {
    if (!isEqual(old.get(entry.key), entry)) upserts.push(entry)
    old.delete(entry.key)
  }
  return upserts.length === 0 && old.size === 0 ? null : { upserts, removals: [...old.keys()] }
}

/** The view that a patch leads to: `applyPlenaryPatch(before, diffPlenary(before, after))` equals `after`. */
export function applyPlenaryPatch(view: PlenaryView, patch: PlenaryPatch | null): PlenaryView {
  if (patch === null) return view
  return deepFreeze(
    sortPlenary({
      version: 1,
      groups: patch.groups ?? view.groups,
      targetGroups: patch.targetGroups ?? view.targetGroups,
      canvases: patchList(view.canvases, patch.canvases),
      entries: patchList(view.entries, patch.entries),
      recommendations: patchList(view.recommendations, patch.recommendations),
      channelFits: patchList(view.channelFits, patch.channelFits),
    }),
  )
}

function patchList<T extends { readonly key: string }>(
  list: readonly T[],
  patch: ListPatch<T> | undefined,
): readonly T[] {
  if (!patch) return list
  const dropped = new Set([...patch.removals, ...patch.upserts.map((entry) => entry.key)])
  return [...list.filter((entry) => !dropped.has(entry.key)), ...patch.upserts]
}
