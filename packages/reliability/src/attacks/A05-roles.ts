import { WIRES } from '@tafelrunde/bench/wires'
import type { Place } from '@tafelrunde/bench/Wire'
import { documentName, type CreateWorkshopResponse, type DocumentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import { FREE_FIELD, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { createWorkshop, inviteOf, Participant, until } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { callApi } from '../attack-tools/callApi.ts'
import { handshakeFrame, presenceFrame, rawFrame } from '../attack-tools/frames.ts'
import { RawSession } from '../attack-tools/RawSession.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario } from '../Scenario.ts'
import { ours, type OurRunningSystem } from '../systems/ours.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const SECRET = 'Geheimer Zettel der Gruppe A'
const INTRUSION = 'Eindringling war hier'
const MESSAGE_TYPES = 16
const REVOKED_WITHIN_MS = 1_000

/** A5: tokens that may only read, or nothing at all, send every message type for every document. */
export const scenario: Scenario = {
  id: 'A5',
  title: 'Observers, screens, strangers and revoked seats ask for everything.',
  criterion: 'Nobody changes or reads what role and group do not allow; a revocation takes effect in under a second.',
  peers: { H: 'knows no roles', Y: 'knows no roles' },
  run: (_system: System) => withSystem(ours, {}, (running) => new RolesRun(running).run()),
}

interface Intruder {
  readonly who: string
  readonly token: string
  /** Whether the link lets its holder read group A. */
  readonly mayReadA: boolean
}

class RolesRun {
  readonly #checks = new Checks()
  readonly #running: OurRunningSystem
  #workshop!: CreateWorkshopResponse

  constructor(running: OurRunningSystem) {
    this.#running = running
  }

  async run(): Promise<Finding> {
    const { url } = this.#running
    this.#workshop = await createWorkshop(url, { title: 'Rollen', groups: 2 })
    const [a, b] = this.#workshop.groups
    if (!a || !b) throw new Error('two groups were asked for')
    const moderator = await this.#join(this.#workshop.links.moderator)
    const anna = await Participant.join({ url, invite: inviteOf(a.link), name: 'Anna' })
    await anna.openBoard(a.id as GroupId)
    const place = { canvasId: null, fieldId: FREE_FIELD }
    await until(() => anna.edit(a.id as GroupId, (board) => addItem(board, { place, text: SECRET })), {
      what: 'a note',
    })
    await until(() => anna.isSaved, { what: 'the note to be saved' })
    const before = await this.#everything(moderator.token)
    const intruders: Intruder[] = [
      { who: 'an observer', token: (await this.#join(this.#workshop.links.observer)).token, mayReadA: true },
      { who: 'a screen', token: (await this.#join(this.#workshop.links.screen)).token, mayReadA: true },
      { who: 'another group', token: (await this.#join(b.link)).token, mayReadA: false },
      { who: 'a revoked seat', token: await this.#revoked(moderator.token, a.link), mayReadA: false },
      { who: 'a made-up token', token: 'seat_AAAAAAAAAAAAAAAAAAAAAA', mayReadA: false },
      { who: 'a link’s token', token: inviteOf(this.#workshop.links.moderator), mayReadA: false },
    ]
    let frames = 0
    for (const intruder of intruders) frames += await this.#intrude(intruder, anna, a.id)
    const after = await this.#everything(moderator.token)
    this.#checks.add('nothing has changed', after === before, `${after.length} characters, before ${before.length}`)
    const revocation = await this.#revokeLive(moderator.token, a)
    await this.#expired(moderator.token)
    anna.leave()
    return this.#checks.finding(`${frames} frames by ${intruders.length} intruders; a revocation took ${revocation} ms`)
  }

  /** Every message type for every kind of document, each on a socket of its own: a refusal must not spare the rest. */
  async #intrude({ who, token, mayReadA }: Intruder, anna: Participant, groupA: string): Promise<number> {
    const { workshop, common, groups } = this.#workshop
    const names: readonly DocumentName[] = [
      ...[groupA, common.id, groups[1]?.id ?? ''].map((id) => documentName('group', id as GroupId)),
      documentName('workshop', workshop.id as WorkshopId),
      documentName('plenary', workshop.id as WorkshopId),
      documentName('private', anna.seatId),
    ]
    let sent = 0
    let isTold = false
    for (const name of names) {
      const place: Place = { documentName: name, token }
      const session = await RawSession.open(this.#running.port)
      session.ask(place)
      await until(() => session.answersFor(place).length > 0, { what: `an answer for ${name}` })
      // Reading first: the refusal of what follows would close the document before its content is on the way.
      session.send(handshakeFrame('hocuspocus', place))
      await session.settle({ documentName: 'no-such-name', token })
      for (const frame of everyMessage(place)) {
        session.send(frame)
        sent += 1
      }
      await session.settle({ documentName: 'no-such-name', token })
      isTold ||= session.received.includes(SECRET)
      session.leave()
    }
    const what = mayReadA ? `${who} reads what the link allows` : `${who} is not told what is not theirs`
    this.#checks.add(what, isTold === mayReadA, isTold ? 'told' : 'not told')
    return sent
  }

  /** A seat that is revoked while its socket, its HTTP connection and its event stream are open. */
  async #revokeLive(moderatorToken: string, { id, link }: { id: string; link: string }): Promise<number> {
    const { url } = this.#running
    const person = await Participant.join({ url, invite: inviteOf(link), name: 'Ben' })
    const overHttp = new Participant({
      syncUrl: url.replace(/^http/, 'ws') + '/sync',
      token: person.token,
      seatId: person.seatId,
      workshopId: person.workshopId,
      groupId: id as GroupId,
      transport: 'http',
    })
    await Promise.all([person.openBoard(id as GroupId), overHttp.openBoard(id as GroupId)])
    const startedAt = performance.now()
    await this.#revoke(moderatorToken, person.seatId)
    const isOut = (): boolean =>
      [person, overHttp].every(({ refusals }) => refusals.some(({ code }) => code === 'seat.revoked'))
    await this.#checks.eventually('a revoked seat is out on both transports in a second', isOut, REVOKED_WITHIN_MS)
    const ms = Math.round(performance.now() - startedAt)
    const answer = await callApi(url, `/api/v1/workshops/${this.#workshop.workshop.id}`, { token: person.token })
    this.#checks.add('its token opens no call', answer.status === 401, answer.status)
    person.leave()
    overHttp.leave()
    return ms
  }

  async #expired(token: string): Promise<void> {
    const path = `/api/v1/workshops/${this.#workshop.workshop.id}/links`
    const expiresAt = new Date(Date.now() + 300).toISOString()
    const made = await callApi(this.#running.url, path, { token, body: { role: 'participant', expiresAt } })
    const { url } = made.body as { readonly url: string }
    const join = async (): Promise<number> =>
      (await callApi(this.#running.url, '/api/v1/seats', { body: { invite: inviteOf(url), name: 'Zu spät' } })).status
    await this.#checks.eventually('an expired link lets nobody in', async () => (await join()) === 410, 3_000)
  }

  async #revoked(moderatorToken: string, link: string): Promise<string> {
    const seat = await this.#join(link)
    await this.#revoke(moderatorToken, seat.id)
    return seat.token
  }

  async #revoke(token: string, seatId: string): Promise<void> {
    const path = `/api/v1/workshops/${this.#workshop.workshop.id}/seats/${seatId}`
    const { status } = await callApi(this.#running.url, path, { method: 'DELETE', token })
    if (status !== 200) throw new Error(`revoking answered ${status}`)
  }

  async #join(link: string): Promise<{ token: string; id: SeatId }> {
    const { body } = await callApi(this.#running.url, '/api/v1/seats', {
      body: { invite: inviteOf(link), name: 'Wer' },
    })
    const { token, seat } = body as { token: string; seat: { id: SeatId } }
    return { token, id: seat.id }
  }

  /** All results and the run state, as text that changes with any of them. */
  async #everything(token: string): Promise<string> {
    const { url } = this.#running
    const path = `/api/v1/workshops/${this.#workshop.workshop.id}`
    const results = await callApi(url, `${path}/results.json`, { token })
    const { run } = (await callApi(url, path, { token })).body as { run: { version: number } }
    const { workshop, groups } = results.body as Record<string, unknown>
    return JSON.stringify({ run, workshop, groups })
  }
}

function everyMessage(place: Place): readonly Uint8Array[] {
  const rubbish = Array.from({ length: MESSAGE_TYPES }, (_, type) =>
    rawFrame('hocuspocus', place, { type, body: new TextEncoder().encode(`\u0013${INTRUSION}`) }),
  )
  return [
    WIRES.hocuspocus.encodeUpdate(place, intrusion(place)),
    presenceFrame('hocuspocus', place, [{ clientId: 77, clock: 1, state: '{"cursor":{"x":1,"y":1}}' }]),
    ...rubbish,
  ]
}

/** Something in a root that the kind of document has. */
function intrusion({ documentName: name }: Place): Uint8Array {
  const ydoc = new Y.Doc()
  const root = name.startsWith('workshop/') ? 'run' : name.startsWith('plenary/') ? 'titles' : 'items'
  ydoc.getMap(root).set('intrusion', new Y.Map([['text', INTRUSION]]))
  return Y.encodeStateAsUpdate(ydoc)
}
