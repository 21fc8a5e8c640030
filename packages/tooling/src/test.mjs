import { buildWeb } from './prepare/buildWeb.mjs'
import { cutNetwork } from './prepare/cutNetwork.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { prepareBrowser } from './prepare/prepareBrowser.mjs'
import { reachesBrowserTests, runGates, runVitest } from './suites.mjs'

// `npm test` runs everything; `npm test -- NAME` runs the test files whose path contains NAME.

/** @typedef {import('./suites.mjs').Tally} Tally */

await runEntry(async () => {
  const startedAt = performance.now()
  const toolchain = await prepare()
  const args = process.argv.slice(2)
  const wrapper = cutNetwork()
  process.stdout.write(
    wrapper
      ? 'The suites run in a network namespace with loopback only.\n'
      : 'The network cannot be cut off here (no "unshare --net"): the suites run with the network as it is.\n',
  )

  /** @type {{ name: string, run: () => Promise<Tally> }[]} */
  const stages = args.length > 0 ? namedStages() : allStages()
  /** @type {string[]} */
  const summary = []
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const stage of stages) {
    const { tally, seconds, problem } = await runStage(stage)
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += tally[key]
    summary.push(
      `  ${stage.name.padEnd(12)} ${closingLine(tally).padEnd(34)} ${seconds} s${problem ? `  ${problem}` : ''}`,
    )
  }
  process.stdout.write(
    `\nWhat ran (${secondsSince(startedAt)} s in all):\n${summary.join('\n')}\n\n${closingLine(total)}\n`,
  )
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

/** A stage that cannot be prepared counts as one failure, and the others still run. @param {{ name: string, run: () => Promise<Tally> }} stage */
async function runStage(stage) {
  process.stdout.write(`\n== ${stage.name}\n`)
  const startedAt = performance.now()
  try {
    return { tally: await stage.run(), seconds: secondsSince(startedAt), problem: '' }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${problem}\n`)
    if (error instanceof Error && error.cause instanceof Error) process.stderr.write(`${error.cause.message}\n`)
    const [firstLine = ''] = problem.split('\n')
    return { tally: { passed: 0, failed: 1, skipped: 0 }, seconds: secondsSince(startedAt), problem: firstLine }
  }
}

/** @param {Tally} tally */
function closingLine(tally) {
  return `${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`
}

/** @param {number} startedAt */
function secondsSince(startedAt) {
  return Math.round((performance.now() - startedAt) / 1000)
}
