import type { GroupId } from '../ids.ts'
import type { Group } from '../run-state/RunState.ts'
import { majorityKind } from './mergeRules.ts'
import type { PlenaryCanvas, PlenaryEntry, PlenaryInput, PlenaryTargetGroup } from './PlenaryView.ts'

/** The target groups that occur, in the order of the first canvas about them; free areas with entries behind. */
export function targetGroupsOf({
  run,
  canvases,
  entries,
  groups,
}: {
  readonly run: PlenaryInput['run']
  readonly canvases: readonly PlenaryCanvas[]
  readonly entries: readonly PlenaryEntry[]
  readonly groups: readonly Group[]
}): PlenaryTargetGroup[] {
  const titles = new Map<string, string>(run.targetGroups.map((targetGroup) => [targetGroup.id, targetGroup.title]))
  const sorted = canvases.toSorted((a, b) => (a.order < b.order ? -1 : 1))
  const keys = new Set(sorted.map((canvas) => canvas.targetGroupKey))
  const writersOf = new Map<string, Set<GroupId>>()
  for (const { targetGroupKey, origin } of entries) {
    const writers = writersOf.get(targetGroupKey)
    if (writers) writers.add(origin.groupId)
    else writersOf.set(targetGroupKey, new Set([origin.groupId]))
  }
  const freeInOrder = groups.map((group) => `${group.id}/free`).filter((key) => !keys.has(key) && writersOf.has(key))
  return [...keys, ...freeInOrder].map((key) => {
    const own = sorted.filter((canvas) => canvas.targetGroupKey === key)
    const members = new Set([...own.map((canvas) => canvas.groupId), ...(writersOf.get(key) ?? [])])
    return {
      key,
      title: titles.get(key) ?? own[0]?.title ?? '',
      groupIds: groups.map((group) => group.id).filter((id) => members.has(id)),
      kind: majorityKind(own.map((canvas) => canvas.kind)),
    }
  })
}
