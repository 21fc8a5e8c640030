import { CreateWorkshopResponse, JoinResponse, RunResponse, WorkshopResponse } from '@tafelrunde/protocol'
import type { BoardContent, GroupId, RunState } from '@tafelrunde/schema/plain'
import { Participant } from '@tafelrunde/testkit'
import { dayInProgress, DEMO_RUN_SHEET, ELAPSED_MINUTES, isBreakout } from './dayInProgress.ts'
import type { DemoLanguage } from './demoContents.ts'
import { demoWorkshop, type DemoWorkshop } from './demoWorkshop.ts'
import { postJson } from './postJson.ts'
import { fillBoard } from './simulation/fillBoard.ts'
import { simulateBreakout, type SimulatedGroup } from './simulation/simulateBreakout.ts'
import { splitContent } from './simulation/splitContent.ts'
import { withTalkIds } from './withTalkIds.ts'

/** Where and how the demo runs. */
export interface DemoOptions {
  readonly baseUrl: string
  readonly language: DemoLanguage
  /** Where `WHO_MAY_CREATE` asks for one. */
  readonly creationToken?: string
  readonly seed: number
  readonly signal: AbortSignal
  /** 1: the speed of people. */
  readonly pace?: number
}

/** A demo workshop that runs: its links, and the work of its simulated people. */
export interface RunningDemo {
  readonly created: CreateWorkshopResponse
  /** Resolves when the signal has aborted and everybody has left. */
  readonly done: Promise<void>
}

/** How much of each board is there when the demo begins. */
const PRESENT_SHARE = 0.6

/**
 * Put a server into the middle of breakout 1 of the demo workshop: create it over the API, fill the boards as its
 * participants, start the step, and let the participants go on. There is no back door: everything could be done by
 * people with the links.
 *
 * @throws Error with the server's answer
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const demo = demoWorkshop(options.language)
  const created = await createWorkshop(options, demo)
  const moderator = await join(options, created.links.moderator)
  const run = await readRun(options, created.workshop.id, moderator.token)
  const groups = await Promise.all(created.groups.map((group, index) => openGroup(options, { demo, group, index })))
  await fillCommonBoard(groups, created.common.id as GroupId, withTalkIds(demo.common, demo.workshop.talks, run.talks))
  await startBreakout(options, { run, token: moderator.token })
  const work = simulateBreakout({
    groups,
    seed: options.seed,
    signal: options.signal,
    ...(options.pace ? { pace: options.pace } : {}),
  })
  const done = work.finally(() => {
    for (const { participants } of groups) for (const participant of participants) participant.leave()
  })
  return { created, done }
}

async function createWorkshop(options: DemoOptions, demo: DemoWorkshop): Promise<CreateWorkshopResponse> {
  const { talks, targetGroups: _titles, ...workshop } = demo.workshop
  const body = {
    ...workshop,
    ...dayInProgress(Date.now()),
    template: DEMO_RUN_SHEET,
    talks: talks.map(({ organisation, title }) => ({ organisation, title })),
    groups: demo.groups.map(({ name, topic, targetGroupTitle }) => ({ name, topic, targetGroup: targetGroupTitle })),
  }
  const token = options.creationToken
  return CreateWorkshopResponse.parse(await postJson(`${options.baseUrl}/api/v1/workshops`, { body, token }))
}

async function join({ baseUrl }: DemoOptions, link: string): Promise<JoinResponse> {
  return JoinResponse.parse(
    await postJson(`${baseUrl}/api/v1/seats`, { body: { invite: inviteOf(link), name: 'Moderation' } }),
  )
}

async function readRun({ baseUrl }: DemoOptions, workshopId: string, token: string): Promise<RunState> {
  const answer = await fetch(`${baseUrl}/api/v1/workshops/${workshopId}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return WorkshopResponse.parse(await answer.json()).run as unknown as RunState
}

async function openGroup(
  { baseUrl }: DemoOptions,
  { demo, group, index }: { demo: DemoWorkshop; group: CreateWorkshopResponse['groups'][number]; index: number },
): Promise<SimulatedGroup> {
  const invite = inviteOf(group.link)
  const people = demo.people.filter((person) => person.group === index)
  const participants = await Promise.all(
    people.map(({ name, organisation }) => Participant.join({ url: baseUrl, invite, name, organisation })),
  )
  const planned = demo.groups[index]
  if (!planned) throw new Error(`the demo has no group ${index}`)
  const groupId = group.id as GroupId
  const { present, laterItems, laterRecommendations } = splitContent(planned.content, PRESENT_SHARE)
  await fillBoard(participants, groupId, present)
  const later = laterItems.map(({ id, fieldId, text, attributes, evidence }) => ({
    ...(id ? { id } : {}),
    fieldId,
    text: typeof text === 'string' ? text : '',
    attributes: attributes ?? {},
    evidence: evidence ?? null,
  }))
  return { groupId, participants, ideas: [...later, ...planned.pending], recommendations: laterRecommendations }
}

/** One person of every group writes on the common board. */
async function fillCommonBoard(
  groups: readonly SimulatedGroup[],
  groupId: GroupId,
  content: BoardContent,
): Promise<void> {
  await fillBoard(
    groups.flatMap(({ participants }) => participants.slice(0, 1)),
    groupId,
    content,
  )
}

async function startBreakout(
  { baseUrl }: DemoOptions,
  { run, token }: { run: RunState; token: string },
): Promise<void> {
  const step = run.steps.find(isBreakout)
  if (!step) throw new Error('the run sheet has no breakout')
  const workshop = `${baseUrl}/api/v1/workshops/${run.workshop.id}`
  // Whoever looks at the demo an hour later still wants to write: this one breakout does not end by itself.
  const steps = run.steps.map((each) => (each.id === step.id ? { ...each, ending: 'open' } : each))
  RunResponse.parse(await postJson(workshop, { body: { steps }, token, method: 'PATCH' }))
  const command = { type: 'step.start', stepId: step.id, elapsedMinutes: ELAPSED_MINUTES }
  RunResponse.parse(await postJson(`${workshop}/run`, { body: command, token }))
}

function inviteOf(link: string): string {
  return new URL(link).hash.slice(1)
}
