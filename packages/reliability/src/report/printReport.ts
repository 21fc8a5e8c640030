import type { Scenario } from '../Scenario.ts'
import type { SystemName } from '../systems/System.ts'
import { isHolding, type Outcome, type Result } from './Result.ts'

const INTRODUCTION = `# Reliability

What happens to people's work when something breaks, and what one hostile participant can do to the rest: each question
is put to three servers in the same way, with real processes and real clients.

- **Tafelrunde**: this repository, as \`npm start\` runs it.
- **Hocuspocus**: \`@hocuspocus/server\` 4.7.0 as shipped, stored as its SQLite extension stores. It is the engine inside
  Tafelrunde; the difference is what we put around it.
- **y-websocket**: the server of \`y-websocket\` 2.1.0 as it is started by default, with everything in memory.

Both peers are good at what they are for. They leave durability, permissions and limits to whoever builds on them; the
tables show what that means for people who use them as they come.

✔ every check held · ✘ a check did not hold (it is named below) · – the question does not apply (the reason is below)
`

const COLUMNS: readonly { readonly name: SystemName; readonly title: string }[] = [
  { name: 'ours', title: 'Tafelrunde' },
  { name: 'H', title: 'Hocuspocus' },
  { name: 'Y', title: 'y-websocket' },
]
const SECTIONS = [
  { letter: 'F', heading: 'Faults' },
  { letter: 'A', heading: 'Attacks' },
] as const

/** The Markdown page of the results; scenarios that were never run are named as such. */
export function printReport(scenarios: readonly Scenario[], results: readonly Result[]): string {
  const resultOf = new Map(results.map((result) => [result.id, result]))
  const lines = [INTRODUCTION, ...overview(scenarios, resultOf)]
  for (const { letter, heading } of SECTIONS) {
    const chosen = scenarios.filter(({ id }) => id.startsWith(letter))
    if (chosen.length === 0) continue
    lines.push(`## ${heading}`, '', ...headOf('Question, and what has to hold'))
    for (const { id, title, criterion } of chosen) {
      const cells = COLUMNS.map(({ name }) => cellOf(resultOf.get(id)?.outcomes[name]))
      lines.push(`| ${id} | **${escape(title)}** ${escape(criterion)} | ${cells.join(' | ')} |`)
    }
    lines.push('')
  }
  return `${[...lines, ...howToRepeat(results), ...details(scenarios, resultOf)].join('\n').trimEnd()}\n`
}

/** One sign for each question and server, and their sum. */
function overview(scenarios: readonly Scenario[], resultOf: ReadonlyMap<string, Result>): readonly string[] {
  const rows = scenarios.map(({ id, title }) => {
    const signs = COLUMNS.map(({ name }) => signOf(resultOf.get(id)?.outcomes[name]))
    return `| ${id} | ${escape(title)} | ${signs.join(' | ')} |`
  })
  const sums = COLUMNS.map(({ name }) => {
    const signs = scenarios.map(({ id }) => signOf(resultOf.get(id)?.outcomes[name]))
    const held = signs.filter((sign) => sign === '✔').length
    return `**${held} of ${signs.filter((sign) => sign !== '–').length}**`
  })
  return ['## At a glance', '', ...headOf('Question'), ...rows, `| | holds | ${sums.join(' | ')} |`, '']
}

function headOf(question: string): readonly string[] {
  return [`| | ${question} | ${COLUMNS.map(({ title }) => title).join(' | ')} |`, '|---|---|---|---|---|']
}

function signOf(outcome: Outcome | undefined): '✔' | '✘' | '–' | 'not run' {
  if (!outcome) return 'not run'
  if (outcome.type === 'doesNotApply') return '–'
  return isHolding(outcome) ? '✔' : '✘'
}

function howToRepeat(results: readonly Result[]): readonly string[] {
  const machines = new Set(results.map(({ machine }) => machine))
  const dates = results.map(({ at }) => at)
  const [first, last] = [Math.min(...dates), Math.max(...dates)].map((at) => new Date(at).toISOString().slice(0, 10))
  const sizes = new Set(results.map(({ size }) => size))
  return [
    '## How to repeat it',
    '',
    '`pnpm reliability` runs everything and writes this page; `pnpm reliability F5 A3` runs those two and renews their lines;',
    '`--size=full` runs them as long as `pnpm test:soak` does. `npm test` asserts the first column in the small size.',
    '',
    `Last run: ${first === last ? first : `${first} to ${last}`}, size ${Array.from(sizes).join(' and ')}, on ${Array.from(machines).join('; ')}.`,
    '',
  ]
}

function details(scenarios: readonly Scenario[], resultOf: ReadonlyMap<string, Result>): readonly string[] {
  const lines = ['## Every check of ours', '']
  for (const { id, title } of scenarios) {
    const ours = resultOf.get(id)?.outcomes.ours
    if (ours?.type !== 'finding') continue
    lines.push(`**${id} ${title}**`, '')
    for (const { what, held, seen } of ours.finding.checks) lines.push(`- ${held ? '✔' : '✘'} ${what}: ${seen}`)
    lines.push('')
  }
  return lines
}

function cellOf(outcome: Outcome | undefined): string {
  if (!outcome) return 'not run'
  if (outcome.type === 'doesNotApply') return `– ${escape(outcome.reason)}`
  if (outcome.type === 'brokeOff') return `✘ broke off: ${escape(outcome.message)}`
  const { summary, checks } = outcome.finding
  if (isHolding(outcome)) return `✔ ${escape(summary)}`
  const broken = checks.filter(({ held }) => !held).map(({ what, seen }) => `not held: ${what} (${seen})`)
  return `✘ ${escape(summary)}; ${escape(broken.join('; '))}`
}

function escape(text: string): string {
  const [line = ''] = text.split('\n')
  return line.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
