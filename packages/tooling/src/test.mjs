import { buildWeb } from './prepare/buildWeb.mjs'
import { cutNetwork } from './prepare/cutNetwork.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { prepareBrowser } from './prepare/prepareBrowser.mjs'
import { runStages } from './runStages.mjs'
import { reachesBrowserTests, runGates, runVitest } from './suites.mjs'

// `npm test` runs everything; `npm test -- NAME` runs the test files whose path contains NAME.

await runEntry(async () => {
  const toolchain = await prepare()
  const args = process.argv.slice(2)
  const wrapper = cutNetwork()
  process.stdout.write(
    wrapper
      ? 'The suites run in a network namespace with loopback only.\n'
      : 'The network cannot be cut off here (no "unshare --net"): the suites run with the network as it is.\n',
  )

  const stages = args.length > 0 ? namedStages() : allStages()
  const total = await runStages(stages)
  return total.failed === 0 ? 0 : 1

  function allStages() {
    return [
      { name: 'build', run: build },
      { name: 'check', run: () => runGates(toolchain) },
      { name: 'unit', run: () => vitest(['--project', 'unit'], toolchain.env) },
      { name: 'integration', run: () => vitest(['--project', 'integration'], toolchain.env) },
      { name: 'faults', run: () => vitest(['--project', 'reliability'], toolchain.env) },
      { name: 'browser', run: async () => vitest(['--project', 'browser'], await browserEnvironment()) },
    ]
  }

  function namedStages() {
    if (!reachesBrowserTests(toolchain, args)) return [{ name: 'matching', run: () => vitest(args, toolchain.env) }]
    return [
      { name: 'build', run: build },
      { name: 'matching', run: async () => vitest(args, await browserEnvironment()) },
    ]
  }

  async function build() {
    await buildWeb(toolchain)
    return { passed: 0, failed: 0, skipped: 0 }
  }

  async function browserEnvironment() {
    return { ...toolchain.env, CHROMIUM_PATH: await prepareBrowser(toolchain) }
  }

  /** @param {readonly string[]} projectsAndNames @param {NodeJS.ProcessEnv} env */
  async function vitest(projectsAndNames, env) {
    const tally = await runVitest({ toolchain, args: projectsAndNames, env, wrapper })
    if (tally.passed + tally.failed + tally.skipped === 0) throw new Error('ran no test')
    return tally
  }
})
