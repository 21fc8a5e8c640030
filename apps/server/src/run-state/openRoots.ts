import { BOARD_ROOTS, stepRootsOf, type BoardRoot, type Group, type RunState } from '@tafelrunde/schema/plain'

/** Roots of a group's board that its members may write now: step, freeze and lock of the whole board considered. */
export function openRootsOf(run: RunState, group: Group): readonly BoardRoot[] {
  if (run.frozen.all || run.frozen.groupIds.includes(group.id) || group.isLocked) return []
  return stepRootsOf(run, group) ?? BOARD_ROOTS
}

/** Groups whose members lose something that they may write when `before` becomes `after`. */
export function groupsThatClose(before: RunState, after: RunState): readonly Group[] {
  return after.groups.filter((group) => {
    const former = before.groups.find(({ id }) => id === group.id)
    if (!former) return false
    const open = openRootsOf(after, group)
    const losesRoot = openRootsOf(before, former).some((root) => !open.includes(root))
    return losesRoot || group.lockedCanvasIds.some((id) => !former.lockedCanvasIds.includes(id))
  })
}
