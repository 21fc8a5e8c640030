import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './prepare/paths.mjs'
import { runForeground } from './prepare/runForeground.mjs'

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts a vitest JSON report. A file that broke before its first test counts as one failure.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[] }} report
 * @returns {Tally}
 */
export function tallyReport(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Runs vitest in a process of its own.
 *
 * @param {object} options
 * @param {import('./prepare/toolchain.mjs').Toolchain} options.toolchain
 * @param {readonly string[]} options.args projects and name filters
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./prepare/cutNetwork.mjs').Wrapper | null} options.wrapper
 * @returns {Promise<Tally>}
 */
export async function runVitest({ toolchain, args, env, wrapper }) {
  const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-test-'))
  const reportFile = join(folder, 'report.json')
  const vitest = [
    ...[
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--passWithNoTests',
    ],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    ...args,
  ]
  try {
    const command = wrapper ? wrapper.command : toolchain.node
    const commandArgs = wrapper ? [...wrapper.args, toolchain.node, ...vitest] : vitest
    const exitCode = await runForeground(command, commandArgs, { cwd: ROOT, env }).exitCode
    const tally = existsSync(reportFile)
      ? tallyReport(JSON.parse(readFileSync(reportFile, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 }
    // An error outside any test (an unhandled rejection, a broken config) fails the run without a failed test.
    return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs `pnpm check`'s gates; each counts as one test.
 *
 * @param {import('./prepare/toolchain.mjs').Toolchain} toolchain
 * @returns {Promise<Tally>}
 */
export async function runGates(toolchain) {
  const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-check-'))
  const reportFile = join(folder, 'report.json')
  try {
    await runForeground(toolchain.node, ['packages/tooling/src/check.ts', `--report=${reportFile}`], {
      cwd: ROOT,
      env: toolchain.env,
    }).exitCode
    if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 }
    /** @type {Tally} */
    const tally = JSON.parse(readFileSync(reportFile, 'utf8'))
    return tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Whether a name filter reaches a browser test, so that a run of one unit test needs no Chromium.
 *
 * @param {import('./prepare/toolchain.mjs').Toolchain} toolchain
 * @param {readonly string[]} filters
 */
export function reachesBrowserTests(toolchain, filters) {
  const listed = spawnSync(
    toolchain.node,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'list', '--filesOnly', '--project', 'browser', ...filters],
    { cwd: ROOT, env: toolchain.env, encoding: 'utf8' },
  )
  return listed.stdout.includes('.e2e.test.ts')
}
