import { inviteOf } from '@tafelrunde/testkit'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { callApi } from '../attack-tools/callApi.ts'
import { startCaller } from '../attack-tools/Caller.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { ours, type OurRunningSystem } from '../systems/ours.ts'
import { withSystem } from '../systems/withSystem.ts'

const PER_SECOND = 150
/** Three times the size of the group by its own link, and as many again by the workshop's. */
const MAX_SEATS_OF_GROUP = 2 * 3 * 8
const MAX_SEATS_OF_WORKSHOP = 500

/** A11: somebody with a valid link takes one seat after the other. */
export const scenario: Scenario = {
  id: 'A11',
  title: 'One valid link takes seat after seat.',
  criterion: 'Seats are bounded per link and workshop and slowed down per link; other links still let people in.',
  peers: { H: 'knows no seats', Y: 'knows no seats' },
  run: (_system, size) => withSystem(ours, {}, (running) => flood(running, size)),
}

async function flood(running: OurRunningSystem, size: Size): Promise<Finding> {
  const checks = new Checks()
  const { url } = running
  const room = await running.openRoom()
  const other = await running.openRoom()
  const { workshop, links, groups } = room.workshop
  const moderator = await room.takeSeat(links.moderator, 'Moderatorin')
  const invites = [groups[0]?.link ?? '', links.participant].map(inviteOf)
  const calls = invites.map((invite) => ({
    path: '/api/v1/seats',
    body: { invite, name: 'Flut', group: room.groupId },
  }))
  const answers = new Map<string, number>()
  let slowestMs = 0
  const report = await besiege({
    running,
    room,
    checks,
    size,
    begin: async () => {
      const stop = startCaller(url, { calls, perSecond: PER_SECOND })
      const startedAt = performance.now()
      const honest = await other.join('Ehrliche im anderen Workshop')
      slowestMs = Math.max(slowestMs, performance.now() - startedAt)
      honest.leave()
      return async () => {
        for (const [status, count] of Object.entries(await stop())) {
          answers.set(status, (answers.get(status) ?? 0) + count)
        }
      }
    },
  })
  const seen = Array.from(answers, ([status, count]) => `${count} × ${status}`).join(', ')
  checks.add('the attack took place', Array.from(answers.values()).reduce((a, b) => a + b, 0) > PER_SECOND, seen)
  const path = `/api/v1/workshops/${workshop.id}/seats`
  const { seats } = (await callApi(url, path, { token: moderator.token })).body as { seats: { groupId: string }[] }
  const ofGroup = seats.filter(({ groupId }) => groupId === room.groupId).length
  checks.add(`at most ${MAX_SEATS_OF_GROUP} seats in the group`, ofGroup <= MAX_SEATS_OF_GROUP, ofGroup)
  checks.add(`at most ${MAX_SEATS_OF_WORKSHOP} in the workshop`, seats.length <= MAX_SEATS_OF_WORKSHOP, seats.length)
  checks.add('people join elsewhere at once', slowestMs < 3_000, `${Math.round(slowestMs)} ms`)
  const scribe = await callApi(url, '/api/v1/seats', {
    body: { invite: inviteOf(links.observer), name: 'Beobachterin' },
  })
  checks.add('another link of the workshop still works', scribe.status === 201, scribe.status)
  await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
  return checks.finding(`${seats.length} seats after ${seen}; ${describeSiege(report)}`)
}
