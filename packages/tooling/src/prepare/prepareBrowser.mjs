import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from './paths.mjs'
import { runQuietly, runStep } from './runStep.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Path of a Chromium for the browser tests: the machine's own, else Playwright's, else a fresh one. Only root on a
 * Debian installs into the system; `TEST_INSTALL=never` forbids every installation.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @returns {Promise<string>} @throws an Error that names what is missing and how to get it
 */
export async function prepareBrowser(toolchain) {
  const present = findBrowser(toolchain)
  if (present) return present
  const advice =
    'Install the Debian package "chromium" (apt-get install chromium), or name a Chromium with CHROMIUM_PATH.'
  if (process.env.TEST_INSTALL === 'never') {
    throw new Error(`The browser tests need Chromium, and TEST_INSTALL=never forbids installing it. ${advice}`)
  }
  try {
    await (mayUseApt() ? installWithApt(toolchain) : installWithPlaywright(toolchain))
  } catch (cause) {
    throw new Error(`The browser tests need Chromium, which could not be installed. ${advice}`, { cause })
  }
  const installed = findBrowser(toolchain)
  if (!installed) throw new Error(`The browser tests need Chromium, and none was found after installing it. ${advice}`)
  return installed
}

/** @param {import('./toolchain.mjs').Toolchain} toolchain */
function findBrowser(toolchain) {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
    return named
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (folder && existsSync(join(folder, name))) return join(folder, name)
  }
  const askPlaywright = "import('playwright').then(({ chromium }) => process.stdout.write(chromium.executablePath()))"
  const answer = spawnSync(toolchain.node, ['-e', askPlaywright], { cwd: ROOT, env: toolchain.env, encoding: 'utf8' })
  return answer.status === 0 && existsSync(answer.stdout) ? answer.stdout : null
}

function mayUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/** @param {import('./toolchain.mjs').Toolchain} toolchain */
function installWithApt(toolchain) {
  const env = { ...toolchain.env, DEBIAN_FRONTEND: 'noninteractive' }
  return runStep(
    'Installing the Debian package "chromium" with apt-get, for the browser tests (about 100 MB)',
    async () => {
      await runQuietly('apt-get', ['update', '-q'], { name: 'apt-update', env })
      await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
        name: 'apt-install',
        env,
      })
    },
  )
}

/** @param {import('./toolchain.mjs').Toolchain} toolchain */
function installWithPlaywright(toolchain) {
  return runStep("Downloading Chromium into Playwright's cache, for the browser tests (about 150 MB)", () =>
    runQuietly(toolchain.node, [join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
      name: 'playwright-install',
      cwd: ROOT,
      env: toolchain.env,
    }),
  )
}
