import type { Gate } from './Gate.ts'
import { runTool } from './runTool.ts'

/** No file, export or dependency that nothing uses. */
export const deadCodeGate: Gate = {
  name: 'dead code',
  async run(root) {
    const { exitCode, output } = await runTool(root, 'knip', ['--no-progress', '--reporter', 'compact'])
    return { problems: exitCode === 0 ? [] : [output] }
  },
}
