import { installPackages } from './installPackages.mjs'
import { prepareToolchain } from './toolchain.mjs'

/**
 * Everything that has to be there before any of our TypeScript can run: Node 24, pnpm, the packages.
 *
 * @returns {Promise<import('./toolchain.mjs').Toolchain>}
 */
export async function prepare() {
  const toolchain = await prepareToolchain()
  await installPackages(toolchain)
  return toolchain
}

/**
 * Runs an entry script: an error becomes one message without a stack, and a non-zero exit code.
 *
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runEntry(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
