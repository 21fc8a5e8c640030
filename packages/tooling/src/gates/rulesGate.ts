import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Gate } from './Gate.ts'

const RULE = /^\s*(?:[-*]\s+|#+\s+|\|\s*)?\*{0,2}\[?([A-Z]{1,2}[0-9]{1,3})\]?\*{0,2}(?=[\s.:|])/gm
const NAMED_IN_TEST = /\[([A-Z]{1,2}[0-9]{1,3})\]/g

/** Every numbered rule of a SPEC.md is named by a test, as `[J3]`. Rules without a test are told, not refused. */
export const rulesGate: Gate = {
  name: 'rules',
  async run(root) {
    const notes: string[] = []
    for await (const spec of glob('{apps,packages}/*/SPEC.md', { cwd: root })) {
      const rules = new Set(
        [...(await readFile(join(root, spec), 'utf8')).matchAll(RULE)].flatMap(([, id]) => id ?? []),
      )
      const named = await rulesNamedByTests(root, dirname(spec))
      const untested = [...rules].filter((rule) => !named.has(rule))
      if (untested.length > 0) notes.push(`${spec}: no test names ${untested.join(', ')}`)
    }
    return { problems: [], notes }
  },
}

/** The rules named in a part's own tests, its contract suites, and the browser tests that run all parts. */
async function rulesNamedByTests(root: string, part: string): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  const patterns = [`${part}/{src,test}/**/*.{test,contract}.{ts,tsx}`, 'apps/{server/test,web/e2e}/**/*.test.ts']
  for await (const file of glob(patterns, { cwd: root })) {
    for (const [, rule] of (await readFile(join(root, file), 'utf8')).matchAll(NAMED_IN_TEST)) if (rule) named.add(rule)
  }
  return named
}
