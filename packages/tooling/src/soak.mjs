import { ROOT } from './prepare/paths.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { runForeground } from './prepare/runForeground.mjs'
import { runVitest } from './suites.mjs'

// `pnpm test:soak`: what `npm test` runs in small, in full. `pnpm test:soak -- simulation` runs one part.

/** Sizes that the environment may change, as everywhere. */
const FULL = { SIM_SEEDS: '10000', FUZZ_FRAMES: '1000000', FUZZ_SESSIONS: '1200' }

await runEntry(async () => {
  const toolchain = await prepare()
  const env = { ...FULL, ...toolchain.env }
  const wanted = process.argv.slice(2).filter((word) => word !== '--')
  const parts = ['simulation', 'fuzz', 'reliability'].filter((part) => wanted.length === 0 || wanted.includes(part))
  let failures = 0
  for (const part of parts) {
    process.stdout.write(`\n== ${part}\n`)
    if (part === 'reliability') {
      const args = ['--disable-warning=ExperimentalWarning', 'packages/reliability/src/main.ts', '--size=full']
      failures += (await runForeground(toolchain.node, args, { cwd: ROOT, env }).exitCode) === 0 ? 0 : 1
    } else {
      const args = ['--project', 'integration', `apps/server/test/${part}/`]
      const tally = await runVitest({ toolchain, args, env, wrapper: null })
      failures += tally.failed
      if (tally.passed + tally.failed === 0) throw new Error(`${part} ran no test`)
    }
  }
  return failures === 0 ? 0 : 1
})
