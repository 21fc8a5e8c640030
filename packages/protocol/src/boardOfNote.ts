import type { Group, GroupId, HiddenNote, RunState } from '@tafelrunde/schema/plain'
import { isModerating, type Role } from './permissions.ts'

/**
 * The board that a hidden note comes onto: the one that it names if its author writes there, else that of the author's
 * group, else the common one. So nobody brings a text onto a board that is closed to them, and who changed groups
 * loses nothing.
 */
export function boardOfNote(
  run: RunState,
  seat: { readonly role: Role; readonly groupId: string | null },
  note: Pick<HiddenNote, 'groupId'>,
): GroupId | null {
  const mayWriteOn = (group: Group): boolean =>
    isModerating(seat.role) || group.kind === 'common' || group.id === seat.groupId
  const named = run.groups.find(({ id }) => id === note.groupId)
  if (named && mayWriteOn(named)) return named.id
  const own = run.groups.find(({ id }) => id === seat.groupId) ?? run.groups.find(({ kind }) => kind === 'common')
  return own?.id ?? null
}
