import type { CockpitAct } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../ServerParts.ts'
import type { AuditEntry } from '../workshops/AuditLog.ts'

const SHOWN = 5

/**
 * What changes nothing that another moderator could trip over: questions, notes to oneself, the turning of pages, and
 * what ends by itself.
 */
const UNSEEN: readonly unknown[] = ['entry.authorsAsked', 'step.noted', 'stage.page', 'rehearsal.ended']

/** Enough that a few who leaf through the screen do not hide what happened before. */
const LOOKED_AT = 60

/** The last things that moderators did, newest first. */
export async function listActs(
  { audit }: Pick<ServerParts, 'audit'>,
  workshopId: WorkshopId,
): Promise<readonly CockpitAct[]> {
  const latest = await audit.latest(workshopId, LOOKED_AT)
  return latest
    .filter(({ event, details }) => !UNSEEN.includes(event) && !UNSEEN.includes(details['command']))
    .slice(0, SHOWN)
    .map(actOf)
}

function actOf({ seatId, at, event, details }: AuditEntry): CockpitAct {
  const text = (name: string): string | null => (typeof details[name] === 'string' ? details[name] : null)
  return { seatId, at, event, command: text('command'), groupId: text('groupId'), stepId: text('stepId') }
}
