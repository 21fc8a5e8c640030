import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { TOOLS_DIR } from './paths.mjs'
import { runQuietly } from './runStep.mjs'

/**
 * Puts one exact package into `.tools/NAME-VERSION` with the npm that runs us. The folder appears only when complete,
 * so an interrupted download is simply repeated.
 *
 * @param {string} name
 * @param {string} version exact: an npm on an old Node silently resolves a range to an old major version
 * @returns {Promise<string>} the package's folder
 */
export async function npmInstall(name, version) {
  const target = join(TOOLS_DIR, `${name}-${version}`)
  if (existsSync(target)) return packageIn(target, name)
  const partial = `${target}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  const install = ['install', '--prefix', partial, '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  // npm's own patience with a registry that answers wrongly is many minutes without a word.
  const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
  const { command, args, shell } = npmCommand()
  await runQuietly(command, [...args, ...install, ...patience, `${name}@${version}`], {
    name: `npm-${name}`,
    cwd: partial,
    shell,
    env: { ...process.env, npm_config_update_notifier: 'false', npm_config_global: 'false' },
  })
  renameSync(partial, target)
  return packageIn(target, name)
}

/** @param {string} target @param {string} name */
function packageIn(target, name) {
  return join(target, 'node_modules', name)
}

/** npm as the script that started us, else from the path; `npm.cmd` needs a shell on Windows. */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script) && existsSync(script)) {
    return { command: process.execPath, args: [script], shell: false }
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}
