import type { DemoLanguage } from './demoContents.ts'
import { startDemo, type RunningDemo } from './startDemo.ts'

// node runDemo.ts [base URL]: puts a running server into the middle of the demo's breakout 1 and lets simulated people
// work there until it is stopped. Environment: BASE_URL, DEMO_LANGUAGE (de, en), CREATION_TOKEN.

const SEED = 3_032_022

await main()

async function main(): Promise<void> {
  const baseUrl = (process.argv[2] ?? process.env['BASE_URL'] ?? 'http://localhost:3000').replace(/\/+$/, '')
  const language: DemoLanguage = process.env['DEMO_LANGUAGE'] === 'en' ? 'en' : 'de'
  const creationToken = process.env['CREATION_TOKEN']
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  try {
    const options = { baseUrl, language, seed: SEED, signal: stop.signal }
    const demo = await startDemo(creationToken ? { ...options, creationToken } : options)
    process.stdout.write(welcome(demo, language))
    await demo.done
  } catch (cause) {
    process.stderr.write(
      `The demo cannot start at ${baseUrl}: ${cause instanceof Error ? cause.message : String(cause)}\n`,
    )
    process.exitCode = 1
  }
}

function welcome({ created }: RunningDemo, language: DemoLanguage): string {
  const { links, groups } = created
  const lines = [
    ['Moderator', links.moderator],
    ['Participant', links.participant],
    ['Screen', links.screen],
    ['Observer', links.observer],
    ...groups.map((group) => [group.name, group.link] as const),
  ] as const
  const width = Math.max(...lines.map(([name]) => name.length)) + 2
  const note = language === 'de' ? 'Beispieldaten, frei erfunden' : 'Example data, entirely made up'
  const rows = lines.map(([name, link]) => `  ${name.padEnd(width)}${link}\n`).join('')
  return `\n${created.workshop.title} (${note})\nBreakout 1 is running, thirty simulated people are typing. Open one of these links:\n\n${rows}\nStop with Ctrl+C.\n`
}
