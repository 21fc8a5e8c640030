import {
  AppError,
  isModerating,
  parseDocumentName,
  type DocumentName,
  type ParsedDocumentName,
} from '@tafelrunde/protocol'
import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import type { RunStates, Seat } from '../seams.ts'
import { seatPermissions, type SeatPermissions } from './seatPermissions.ts'

/**
 * What a seat may do with a document now, if it may read it at all.
 *
 * @throws AppError `document.unknown` | `document.notOpen` | `group.unknown` | what the permission table says
 */
export async function admitSeat(runStates: RunStates, seat: Seat, name: string): Promise<SeatPermissions> {
  const document = parseDocumentName(name)
  if (!document) throw new AppError('document.unknown', 'not a document name')
  await assertSameWorkshop(runStates, seat, { document, name: name as DocumentName })
  const run = await runStates.load(seat.workshopId)
  const permissions = seatPermissions({ seat, document, run })
  if (permissions.read) throw new AppError(permissions.read, 'the seat may not read this')
  return permissions
}

async function assertSameWorkshop(
  runStates: RunStates,
  seat: Seat,
  { document: { kind, id }, name }: { document: ParsedDocumentName; name: DocumentName },
): Promise<void> {
  if (kind === 'private') {
    if (id !== seat.id) throw new AppError('document.notOpen', name)
    return
  }
  const workshopId = kind === 'group' ? await runStates.workshopOfGroup(id as GroupId) : (id as WorkshopId)
  if (workshopId === seat.workshopId) return
  // Only who steers a workshop learns that a name is wrong; for others it is closed either way.
  const isUnknown = workshopId === null && isModerating(seat.role)
  throw new AppError(isUnknown ? 'group.unknown' : 'document.notOpen', name)
}
