import { ROOT } from './prepare/paths.mjs'
import { buildWeb } from './prepare/buildWeb.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { runForeground } from './prepare/runForeground.mjs'

// `pnpm check`

await runEntry(async () => {
  const toolchain = await prepare()
  await buildWeb(toolchain)
  return runForeground(toolchain.node, ['packages/tooling/src/check.ts', ...process.argv.slice(2)], {
    cwd: ROOT,
    env: toolchain.env,
  }).exitCode
})
