import { WIRES } from '@tafelrunde/bench/wires'
import { callApi } from '../attack-tools/callApi.ts'
import { upgrade } from '../attack-tools/upgrade.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario } from '../Scenario.ts'
import { ours } from '../systems/ours.ts'
import type { RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

/** A6: pages of other origins, names that look like ours, names that point to us, and secrets in addresses and logs. */
export const scenario: Scenario = {
  id: 'A6',
  title: 'Foreign, null and look-alike origins; tokens in addresses and logs.',
  criterion:
    'A browser page of another origin gets no socket and no answer; no secret stands in an address beyond a link’s fragment, or in a log line.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System): Promise<Finding> {
  return system.name === 'ours' ? withSystem(ours, {}, attackOurs) : withSystem(system, {}, attackPeer)
}

function foreignOrigins(port: number): readonly string[] {
  return [
    'http://evil.example',
    'null',
    `http://localhost:${port}.evil.example`,
    `http://127.0.0.1:${port}@evil.example`,
    `http://localhost:${port + 1}`,
    `https://localhost:${port}`,
    `http://LOCALHOST.evil.example:${port}`,
    '',
  ]
}

async function attackPeer(running: RunningSystem): Promise<Finding> {
  const checks = new Checks()
  const room = await running.openRoom()
  const place = await room.takePlace()
  const taken = await takenOrigins(running, WIRES[running.system.wire].path(place))
  checks.add('every foreign origin is refused', taken.length === 0, `let in: ${taken.join(' ')}`)
  return checks.finding(`${taken.length} of ${foreignOrigins(running.port).length} foreign origins let in`)
}

async function attackOurs(running: Awaited<ReturnType<typeof ours.start>>): Promise<Finding> {
  const checks = new Checks()
  const { port, url } = running
  const room = await running.openRoom()
  const seat = await room.takeSeat(room.workshop.links.moderator, 'Mo')
  const document = `group/${room.groupId}`
  const ticket = await callApi(url, '/api/v1/sync-tickets', { token: seat.token, body: { document } })
  checks.add('a ticket was handed out', ticket.status === 201, ticket.status)
  for (const path of ['/sync', `/yjs/${document}`]) {
    const taken = await takenOrigins(running, path)
    checks.add(`${path.split('/')[1]}: every foreign origin is refused`, taken.length === 0, taken.join(' ') || 'all')
    const own = await upgrade({
      port,
      path,
      headers: { Origin: `http://localhost:${port}`, Host: `localhost:${port}` },
    })
    checks.add(`${path.split('/')[1]}: the own origin is let in`, own === 101, own)
  }
  for (const origin of foreignOrigins(port).filter((one) => one !== '')) {
    const opened = await callApi(url, '/sync/http', { method: 'POST', headers: { origin } })
    const joined = await callApi(url, '/api/v1/workshops', { body: { title: 'x', groups: 1 }, headers: { origin } })
    const isRefused = opened.status === 403 && joined.status === 403
    checks.add(`plain HTTP refuses ${origin}`, isRefused, `${opened.status}, ${joined.status}`)
  }
  const rebound = await upgrade({
    port,
    path: '/sync',
    headers: { Host: 'evil.example', Origin: 'http://evil.example' },
  })
  checks.add('a foreign name that points here is refused', rebound !== 101, rebound)
  await leaveTraces(running, { document, token: seat.token, ticket: ticketOf(ticket.body) })
  const { links, groups } = room.workshop
  const addresses = [...Object.values(links), ...groups.flatMap(({ link, scribeLink }) => [link, scribeLink])]
  const open = addresses.filter((address) => new URL(address).pathname + new URL(address).search !== '/join')
  checks.add('links carry their token in the fragment alone', open.length === 0, `${addresses.length} links`)
  const secrets = [
    seat.token,
    seat.seat.recoveryCode,
    ticketOf(ticket.body),
    ...addresses.map((address) => new URL(address).hash.slice(1)),
  ]
  const told = secrets.filter((secret) => secret !== '' && running.output().includes(secret))
  const lines = running.output().split('\n').length
  checks.add('no secret stands in a log line', told.length === 0, `${secrets.length} secrets, ${lines} lines`)
  return checks.finding(`no foreign origin let in, ${told.length} of ${secrets.length} secrets in ${lines} log lines`)
}

/** Use every secret in every place where a log could pick it up, also where it does not belong. */
async function leaveTraces(
  { port, url }: Awaited<ReturnType<typeof ours.start>>,
  { document, token, ticket }: { document: string; token: string; ticket: string },
): Promise<void> {
  await upgrade({ port, path: `/yjs/${document}?token=${ticket}` })
  await upgrade({ port, path: `/yjs/${document}?token=${token}` })
  await upgrade({ port, path: `/sync?token=${token}` })
  await callApi(url, `/api/v1/workshops/x?token=${token}`, { token })
  await callApi(url, `/join?invite=${token}`)
  await callApi(url, '/api/v1/seats', { body: { invite: token, unknownField: ticket } })
}

function ticketOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'ticket' in body ? String(body.ticket) : ''
}

async function takenOrigins({ port }: RunningSystem, path: string): Promise<readonly string[]> {
  const taken: string[] = []
  for (const origin of foreignOrigins(port)) {
    if ((await upgrade({ port, path, headers: { Origin: origin } })) === 101)
      taken.push(origin === '' ? '(empty)' : origin)
  }
  return taken
}
