import type { Gate } from './Gate.ts'
import { runTool } from './runTool.ts'

/** Every package and app passes its `typecheck` script; a missing translation is a type error, too. */
export const typesGate: Gate = {
  name: 'types',
  async run(root) {
    const args = ['run', 'typecheck', '--continue', '--ui=stream', '--output-logs=errors-only', '--log-prefix=task']
    const { exitCode, output } = await runTool(root, 'turbo', args)
    return { problems: exitCode === 0 ? [] : [output] }
  },
}
