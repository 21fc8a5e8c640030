import type { Gate } from './Gate.ts'
import { runTool } from './runTool.ts'

/** Every file is formatted the way `pnpm format` leaves it. */
export const formatGate: Gate = {
  name: 'format',
  async run(root) {
    const { exitCode, output } = await runTool(root, 'oxfmt', ['--check', '.'])
    return { problems: exitCode === 0 ? [] : [output] }
  },
}
