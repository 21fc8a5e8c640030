/** @typedef {import('./suites.mjs').Tally} Tally */
/** @typedef {{ name: string, run: () => Promise<Tally> }} Stage */

/**
 * Runs stages one after the other and says at the end what ran, how it went and how long it took. A stage that cannot be
 * prepared counts as one failure, and the others still run.
 *
 * @param {readonly Stage[]} stages
 * @returns {Promise<Tally>}
 */
export async function runStages(stages) {
  const startedAt = performance.now()
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
  return total
}

/** @param {Stage} stage */
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
