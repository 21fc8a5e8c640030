import { AppError, type CreateWorkshopRequest, type CreateWorkshopResponse } from '@tafelrunde/protocol'
import {
  newId,
  NOTHING_YET,
  normaliseLine,
  type Group,
  type RunState,
  type SeriesId,
  type TalkId,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { linkUrl } from '../links/linkUrl.ts'
import type { ServerParts } from '../ServerParts.ts'
import { establishWorkshop } from './establishWorkshop.ts'
import { makeCommonGroup, makeGroup, numberedGroups, targetGroupsOf } from './makeGroups.ts'
import { makeSteps } from './makeSteps.ts'
import { seedGroupBoard } from './seedBoards.ts'
import { assertTimes, epochOf, retainedUntilOf } from './workshopTimes.ts'

type Parts = Pick<
  ServerParts,
  'workshops' | 'runStates' | 'documents' | 'audit' | 'log' | 'now' | 'baseUrl' | 'retentionDays'
>

/**
 * Create a workshop with its run state, boards and links; whoever creates gets the owner's link.
 *
 * @throws AppError `request.malformed` naming the field
 */
export async function createWorkshop(parts: Parts, request: CreateWorkshopRequest): Promise<CreateWorkshopResponse> {
  const workshopId = newId<WorkshopId>()
  const run = await firstRunState(parts, workshopId, request)
  const series = await seriesOf(parts, request)
  const seed = (group: Group): Promise<void> => seedGroupBoard(parts.documents, run, group)
  const { byRole, byGroup } = await establishWorkshop(parts, { run, series, seed })
  const details = { groups: run.groups.length - 1 }
  await parts.audit.append({ workshopId, seatId: null, at: parts.now(), event: 'workshop.created', details })
  parts.log.info('workshop.created', { workshopId, ...details })

  const url = ({ token }: { token: string }): string => linkUrl(parts.baseUrl(), token)
  const { owner, moderator, participant, observer, screen } = byRole
  const { title, language } = run.workshop
  return {
    workshop: { id: workshopId, title, language, series: series.id },
    links: {
      owner: url(owner),
      moderator: url(moderator),
      participant: url(participant),
      observer: url(observer),
      screen: url(screen),
    },
    common: { id: (run.groups.find(({ kind }) => kind === 'common') as Group).id },
    groups: byGroup.map(({ group, link, scribe }) => ({
      id: group.id,
      name: group.name,
      link: url(link),
      scribeLink: url(scribe),
    })),
  }
}

async function firstRunState(parts: Parts, workshopId: WorkshopId, request: CreateWorkshopRequest): Promise<RunState> {
  assertTimes(request)
  const language = request.language ?? 'de'
  const [startsAt, endsAt] = [epochOf(request.startsAt), epochOf(request.endsAt)]
  const wishes = typeof request.groups === 'number' ? numberedGroups(request.groups, language) : request.groups
  const targetGroups = targetGroupsOf(wishes)
  return {
    version: 0,
    workshop: {
      id: workshopId,
      title: normaliseLine(request.title),
      language,
      startsAt,
      endsAt,
      timeZone: request.timeZone ?? 'Europe/Berlin',
      organisations: (request.organisations ?? []).map(normaliseLine),
      isExample: request.isExample ?? false,
      retainedUntil: retainedUntilOf(endsAt ?? startsAt ?? parts.now(), parts.retentionDays),
    },
    groups: [makeCommonGroup(language), ...wishes.map((wish, at) => makeGroup(wish, at, targetGroups))],
    talks: (request.talks ?? []).map(({ organisation, title }) => ({
      id: newId<TalkId>(),
      organisation: normaliseLine(organisation),
      title: normaliseLine(title),
    })),
    targetGroups,
    steps: makeSteps(request.template, language, { hasTalks: (request.talks ?? []).length > 0 }),
    ...NOTHING_YET,
  }
}

async function seriesOf(
  parts: Parts,
  request: CreateWorkshopRequest,
): Promise<{ readonly id: SeriesId; readonly isNew: boolean }> {
  if (request.series === undefined) return { id: newId<SeriesId>(), isNew: true }
  const series = await parts.workshops.seriesById(request.series as SeriesId)
  if (!series) throw new AppError('request.malformed', 'series: there is no such series')
  return { id: series.id, isNew: false }
}
