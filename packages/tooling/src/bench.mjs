import { ROOT } from './prepare/paths.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { runForeground } from './prepare/runForeground.mjs'

// `npm run bench [-- Q3]`

await runEntry(async () => {
  const toolchain = await prepare()
  const bench = ['--disable-warning=ExperimentalWarning', 'packages/bench/src/main.ts', ...process.argv.slice(2)]
  return runForeground(toolchain.node, bench, { cwd: ROOT, env: toolchain.env }).exitCode
})
