import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { runQuietly, runStep } from './runStep.mjs'

const TURBO = join(ROOT, 'node_modules/turbo/bin/turbo')

/**
 * Builds the web client into `apps/web/dist`; turbo restores it from its cache while its inputs are unchanged.
 * The manifest that is asked for tells the bundle budgets which files a page loads.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function buildWeb(toolchain) {
  const args = [TURBO, 'run', 'build', '--filter=@tafelrunde/web', '--ui=stream', '--', '--manifest']
  const build = () => runQuietly(toolchain.node, args, { name: 'web-build', cwd: ROOT, env: toolchain.env })
  if (existsSync(join(ROOT, 'apps/web/dist/.vite/manifest.json'))) return build()
  return runStep('Building the web client (again only after changes)', build)
}
