import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ROOT, TOOLS_DIR } from './paths.mjs'
import { npmInstall } from './npmInstall.mjs'
import { runQuietly, runStep } from './runStep.mjs'

/** Sources run without a build step from this major version on. */
const NEEDED_NODE_MAJOR = 24
const NODE_VERSION = '24.21.0'
const PNPM_VERSION = '12.21.0'

/**
 * @typedef {object} Toolchain
 * @property {string} node path of a Node 24 or newer
 * @property {readonly string[]} pnpm arguments for `node` that run the pinned pnpm
 * @property {NodeJS.ProcessEnv} env environment for every child: our Node and pnpm first, telemetry off
 */

/**
 * The Node and the pnpm that the rest runs with, downloaded once where the machine's Node is older.
 *
 * @returns {Promise<Toolchain>}
 */
export async function prepareToolchain() {
  const node = await prepareNode()
  const pnpm = await preparePnpm()
  return {
    node,
    pnpm: [join(pnpm, 'bin/pnpm.mjs')],
    env: childEnvironment([dirname(node), join(pnpm, '../.bin')]),
  }
}

async function prepareNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE_MAJOR) return process.execPath
  if (!existsSync(join(TOOLS_DIR, `node-${NODE_VERSION}`))) {
    const title = `Downloading Node ${NEEDED_NODE_MAJOR} beside your Node ${process.versions.node} (once, about 50 MB, into .tools/)`
    return runStep(title, downloadNode)
  }
  return downloadNode()
}

async function downloadNode() {
  const folder = await npmInstall('node', NODE_VERSION)
  const binary = join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  // An npm that is told to run no install scripts leaves the wrapper without its binary.
  if (!existsSync(binary)) {
    await runQuietly(process.execPath, ['installArchSpecificPackage.js'], { name: 'node-binary', cwd: folder })
  }
  return binary
}

async function preparePnpm() {
  if (existsSync(join(TOOLS_DIR, `pnpm-${PNPM_VERSION}`))) return npmInstall('pnpm', PNPM_VERSION)
  return runStep('Downloading the package manager pnpm (once, about 25 MB, into .tools/)', () =>
    npmInstall('pnpm', PNPM_VERSION),
  )
}

/** @param {readonly string[]} binFolders */
function childEnvironment(binFolders) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (/^npm_(lifecycle|package|command|execpath|node_execpath)/i.test(name)) continue // npm's, not pnpm's
    if (/^npm_config_(user_agent|local_prefix|global_prefix|prefix|init_module|node_gyp)$/i.test(name)) continue
    env[name] = value
  }
  const pathName = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH'
  env[pathName] = [...binFolders, join(ROOT, 'node_modules/.bin'), env[pathName] ?? ''].join(delimiter)
  if (!env.HOME && process.platform !== 'win32') env.HOME = homedir()
  return { ...env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
}
