import { ROOT } from './prepare/paths.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { runForeground } from './prepare/runForeground.mjs'

// `pnpm reliability [F5 A3] [--size=full]`

await runEntry(async () => {
  const toolchain = await prepare()
  const entry = ['--disable-warning=ExperimentalWarning', 'packages/reliability/src/main.ts', ...process.argv.slice(2)]
  return runForeground(toolchain.node, entry, { cwd: ROOT, env: toolchain.env }).exitCode
})
