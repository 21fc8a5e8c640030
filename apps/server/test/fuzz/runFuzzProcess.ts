import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Run `runFuzz.ts` in a process of its own, whose heap can be measured, and return its report. */
export async function runFuzzProcess(...args: readonly (string | number)[]): Promise<unknown> {
  const script = new URL('./runFuzz.ts', import.meta.url).pathname
  // A young space that is not collected while the heap of some calls is measured.
  const flags = ['--expose-gc', '--max-semi-space-size=128', '--disable-warning=ExperimentalWarning']
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, ...args.map(String)], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}
