import { HIT, HOSTILE_TEXTS, until, writeHostileBoard } from '@tafelrunde/testkit'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { callApi } from '../attack-tools/callApi.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { ours, type OurRunningSystem } from '../systems/ours.ts'
import { withSystem } from '../systems/withSystem.ts'

/** A9: texts that are code where they are rendered or exported; the browser's half is `hostileContent.e2e.test.ts`. */
export const scenario: Scenario = {
  id: 'A9',
  title: 'Stored script in notes, recommendations, links and attributes.',
  criterion:
    'In every export the texts are texts: no element, handler or address of the attacker’s, no formula, no change of direction that leaks out.',
  peers: { H: 'renders and exports nothing', Y: 'renders and exports nothing' },
  run: (_system, size) => withSystem(ours, {}, (running) => attack(running, size)),
}

async function attack(running: OurRunningSystem, size: Size): Promise<Finding> {
  const checks = new Checks()
  const room = await running.openRoom()
  const honest = await running.openRoom()
  const attacker = await room.join('<b onmouseover=alert(1)>Angreifer</b>')
  const exported = async (format: string): Promise<string> => {
    const { token } = await room.takeSeat(room.workshop.links.moderator, '=1+1')
    const path = `/api/v1/workshops/${room.workshop.workshop.id}/results.${format}`
    const answer = await callApi(running.url, path, { token })
    if (answer.status !== 200) throw new Error(`${format} answered ${answer.status}: ${answer.text}`)
    return answer.text
  }
  let notes = 0
  const report = await besiege({
    running,
    room: honest,
    checks,
    size,
    begin: async () => {
      notes += writeHostileBoard(attacker.ydoc)
      return async () => {
        await until(() => attacker.isSaved, { what: 'the hostile notes to be taken or refused' })
      }
    },
  })
  const json = JSON.parse(await exported('json')) as unknown
  const kept = HOSTILE_TEXTS.filter((text) => JSON.stringify(json).includes(JSON.stringify(visible(text)).slice(1, -1)))
  checks.add(
    'the texts are there to be looked at',
    kept.length > HOSTILE_TEXTS.length / 2,
    `${kept.length} of ${HOSTILE_TEXTS.length}`,
  )
  assertInertHtml(checks, await exported('html'))
  assertInertMarkdown(checks, await exported('md'))
  assertInertCsv(checks, await exported('csv'))
  await assertOnlyHonest({ running, room: honest, checks }, report.pair.writer.written)
  return checks.finding(`${notes} hostile notes in four exports, all inert; ${describeSiege(report)}`)
}

function assertInertHtml(checks: Checks, html: string): void {
  const tags = Array.from(html.matchAll(/<\/?([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi))
  const forbidden = tags.filter(([, name = '']) =>
    /^(script|img|svg|iframe|object|embed|animate|base|form|link)$/i.test(name),
  )
  checks.add(
    'HTML: no element of the attacker’s',
    forbidden.length === 0,
    forbidden.map(([tag]) => tag).join(' ') || 'none',
  )
  const handlers = tags.filter(([, , attributes = '']) => /\son[a-z]+\s*=/i.test(withoutValues(attributes)))
  checks.add('HTML: no handler', handlers.length === 0, handlers.map(([tag]) => tag).join(' ') || 'none')
  const addresses = tags.flatMap(([, , attributes = '']) =>
    Array.from(attributes.matchAll(/\s(?:href|src|action)\s*=\s*"([^"]*)"/gi), ([, address = '']) => address),
  )
  const foreign = addresses.filter((address) => !address.startsWith('#'))
  checks.add(
    'HTML: no address of the attacker’s',
    foreign.every((one) => !/script:|data:|evil/i.test(one)),
    foreign.join(' ') || 'none',
  )
}

function assertInertMarkdown(checks: Checks, markdown: string): void {
  const raw = Array.from(
    markdown.matchAll(/(?<!\\)<\/?(script|img|svg|iframe|animate|textarea)\b/gi),
    ([found]) => found,
  )
  checks.add('Markdown: no raw element', raw.length === 0, raw.join(' ') || 'none')
  const links = Array.from(markdown.matchAll(/(?<!\\)\]\((?!#)[^)]*(?:script:|evil)[^)]*\)/gi), ([found]) => found)
  checks.add('Markdown: no link of the attacker’s', links.length === 0, links.join(' ') || 'none')
}

function assertInertCsv(checks: Checks, csv: string): void {
  const cells = Array.from(
    csv.replace(/^\uFEFF/, '').matchAll(/(?:^|[;,\r\n])("(?:[^"]|"")*"|[^;,\r\n]*)/g),
    ([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
  )
  const formulas = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))
  checks.add('CSV: no cell is a formula', formulas.length === 0, formulas.join(' ') || `${cells.length} cells`)
  checks.add(
    'CSV: the hostile texts are in it',
    cells.some((cell) => cell.includes(HIT)),
    `${cells.length} cells`,
  )
}

/** Attribute names alone. */
function withoutValues(attributes: string): string {
  return attributes.replaceAll(/"[^"]*"|'[^']*'/g, '""')
}

/** What normalising leaves of a text: the white space at its ends is gone. */
function visible(text: string): string {
  return text.trim()
}
