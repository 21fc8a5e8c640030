import type { Group, RunState, SeriesId, WorkshopId } from '@tafelrunde/schema/plain'
import { makeLink } from '../links/makeLink.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'workshops' | 'runStates' | 'now'>

/** A link with the token that is known here for the only time. */
type MadeLink = ReturnType<typeof makeLink>

/** The links that every workshop begins with. */
export interface FirstLinks {
  readonly byRole: Readonly<Record<'owner' | 'moderator' | 'participant' | 'observer' | 'screen', MadeLink>>
  readonly byGroup: readonly { readonly group: Group; readonly link: MadeLink; readonly scribe: MadeLink }[]
}

/** What a workshop is made of; `seed` begins the board of a group. */
export interface WorkshopPlan {
  readonly run: RunState
  readonly series: { readonly id: SeriesId; readonly isNew: boolean }
  readonly seed: (group: Group) => Promise<void>
}

/**
 * Make a workshop exist, with its run state, boards and links.
 *
 * The documents are written first and the records last, in one transaction: the record is what makes a workshop exist,
 * so a crash in between leaves nothing that anybody could enter.
 */
export async function establishWorkshop(parts: Parts, { run, series, seed }: WorkshopPlan): Promise<FirstLinks> {
  const now = parts.now()
  const workshopId = run.workshop.id as WorkshopId
  await parts.runStates.create(workshopId, run)
  await Promise.all(run.groups.map(seed))
  const links = makeLinks(workshopId, run, now)
  const { title, endsAt } = run.workshop
  await parts.workshops.create({
    workshop: { id: workshopId, seriesId: series.id, title, endsAt, createdAt: now },
    newSeries: series.isNew ? { id: series.id, title, createdAt: now } : null,
    groupIds: run.groups.map(({ id }) => id),
    links: [...Object.values(links.byRole), ...links.byGroup.flatMap(({ link, scribe }) => [link, scribe])].map(
      ({ link }) => link,
    ),
  })
  return links
}

function makeLinks(workshopId: WorkshopId, run: RunState, now: number): FirstLinks {
  const ofRole = (role: keyof FirstLinks['byRole']): MadeLink => makeLink({ workshopId, role }, now)
  return {
    byRole: {
      owner: ofRole('owner'),
      moderator: ofRole('moderator'),
      participant: ofRole('participant'),
      observer: ofRole('observer'),
      screen: ofRole('screen'),
    },
    byGroup: run.groups
      .filter(({ kind }) => kind === 'group')
      .map((group) => ({
        group,
        link: makeLink({ workshopId, role: 'participant', groupId: group.id }, now),
        scribe: makeLink({ workshopId, role: 'scribe', groupId: group.id }, now),
      })),
  }
}
