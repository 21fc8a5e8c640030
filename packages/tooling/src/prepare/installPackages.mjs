import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { runQuietly, runStep } from './runStep.mjs'

const STAMP_FILE = join(ROOT, 'node_modules/.installed-lockfile')

/**
 * Installs the packages of the lockfile, exactly; does nothing while the lockfile is the one of the last time.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function installPackages(toolchain) {
  const wanted = lockfileDigest()
  if (existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === wanted) return
  await runStep('Installing the packages of the lockfile (once, a minute or two)', async (report) => {
    await runQuietly(toolchain.node, [...toolchain.pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
      name: 'pnpm-install',
      cwd: ROOT,
      // Without a terminal pnpm would ask before it replaces a node_modules of another version, and stop.
      env: { ...toolchain.env, CI: 'true' },
      onLine: (line) => {
        const progress = /resolved (\d+), reused (\d+), downloaded (\d+)/.exec(line)
        if (progress) report(`${Number(progress[2]) + Number(progress[3])} of ${progress[1]} packages`)
      },
    })
  })
  writeFileSync(STAMP_FILE, wanted)
}

function lockfileDigest() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}
