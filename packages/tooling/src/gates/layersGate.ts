import type { Gate } from './Gate.ts'
import { runTool } from './runTool.ts'

interface Report {
  readonly summary: {
    readonly totalCruised: number
    readonly totalDependenciesCruised: number
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

const CONFIGS = ['.dependency-cruiser.cjs', '.dependency-cruiser.runtime.cjs']

/**
 * The arrows between packages, apps and folders, as `.dependency-cruiser.cjs` states them (types count) and
 * `.dependency-cruiser.runtime.cjs` (only what is loaded counts).
 *
 * With a TypeScript that it cannot drive, the tool reads no import at all and is content; so a tree with modules and no
 * imports between them is a problem too.
 */
export const layersGate: Gate = {
  name: 'layers',
  async run(root) {
    const problems = await Promise.all(CONFIGS.map((config) => cruise(root, config)))
    return { problems: problems.flat() }
  },
}

async function cruise(root: string, config: string): Promise<readonly string[]> {
  const args = ['--config', config, '--output-type', 'json', 'apps', 'packages']
  const { stdout, output } = await runTool(root, 'dependency-cruiser', args)
  const report = parseReport(stdout)
  if (!report) return [`dependency-cruiser gave no report with ${config}:\n${output}`]
  const { totalCruised, totalDependenciesCruised, violations } = report.summary
  if (totalDependenciesCruised === 0) return [`dependency-cruiser read no import in ${totalCruised} modules`]
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

function parseReport(text: string): Report | null {
  try {
    const report: Report = JSON.parse(text)
    return Array.isArray(report.summary.violations) ? report : null
  } catch {
    return null // not JSON: the tool's own words, which the caller shows
  }
}
