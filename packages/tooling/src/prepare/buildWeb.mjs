import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { runQuietly, runStep } from './runStep.mjs'

/**
 * Builds the web client into `apps/web/dist`; turbo restores it from its cache while its inputs are unchanged.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function buildWeb(toolchain) {
  const build = () =>
    runQuietly(
      toolchain.node,
      [join(ROOT, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--filter=@tafelrunde/web', '--ui=stream'],
      { name: 'web-build', cwd: ROOT, env: toolchain.env },
    )
  if (existsSync(join(ROOT, 'apps/web/dist/index.html'))) return build()
  return runStep('Building the web client (again only after changes)', build)
}
