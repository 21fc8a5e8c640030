import type { Gate } from './Gate.ts'
import { runTool } from './runTool.ts'

/** The rules of `.oxlintrc.json`, with types: no `any`, no floating promise, no console, no import cycle and so on. */
export const lintGate: Gate = {
  name: 'lint',
  async run(root) {
    const { exitCode, output } = await runTool(root, 'oxlint', [
      '--deny-warnings',
      '--report-unused-disable-directives',
      '.',
    ])
    return { problems: exitCode === 0 ? [] : [output] }
  },
}
