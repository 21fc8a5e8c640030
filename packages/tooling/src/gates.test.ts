import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { budgetsGate } from './gates/budgetsGate.ts'
import { deadCodeGate } from './gates/deadCodeGate.ts'
import { formatGate } from './gates/formatGate.ts'
import type { Gate } from './gates/Gate.ts'
import { layersGate } from './gates/layersGate.ts'
import { lintGate } from './gates/lintGate.ts'
import { rulesGate } from './gates/rulesGate.ts'
import { typesGate } from './gates/typesGate.ts'
import { PlantedCopy } from './testing/PlantedCopy.ts'

// Whole tools over a whole tree: seconds on a quiet machine, many times that on a busy one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let copy: PlantedCopy
beforeAll(async () => {
  copy = await PlantedCopy.make()
})
afterEach(async () => await copy.clear())
afterAll(async () => await copy.remove())

async function problemsOf(gate: Gate): Promise<string> {
  return (await gate.run(copy.root)).problems.join('\n')
}

describe('the format gate', () => {
  it('names a file that is not formatted', async () => {
    await copy.plant('packages/protocol/src/planted.ts', 'export const   planted = "double";\n')
    expect(await problemsOf(formatGate)).toContain('packages/protocol/src/planted.ts')
  })

  it('is content with a formatted file', async () => {
    await copy.plant('packages/protocol/src/planted.ts', "export const planted = 'single'\n")
    expect(await problemsOf(formatGate)).not.toContain('planted.ts')
  })
})

describe('the lint gate', () => {
  const violations: readonly (readonly [what: string, rule: string, source: string])[] = [
    ['an any', 'no-explicit-any', 'export const planted: any = 1\n'],
    ['console output', 'no-console', 'export const planted = (): void => console.log(1)\n'],
    [
      'a promise that nobody awaits',
      'no-floating-promises',
      'export function planted(): void {\n  Promise.resolve(1)\n}\n',
    ],
    ['a default export', 'no-default-export', 'export default 1\n'],
    ['a type error that is switched off', 'ban-ts-comment', '// @ts-ignore\nexport const planted: string = 1\n'],
    [
      'a test that runs alone',
      'no-focused-tests',
      "import { expect, it } from 'vitest'\n\nit.only('runs alone', () => {\n  expect(1).toBe(1)\n})\n",
    ],
  ]
  const fileOf = (rule: string): string => `packages/protocol/src/planted-${rule}.test.ts`

  it(`refuses ${violations.map(([what]) => what).join(', ')}`, async () => {
    for (const [, rule, source] of violations) await copy.plant(fileOf(rule), source)
    const problems = await problemsOf(lintGate)
    for (const [, rule] of violations) {
      expect(problems).toContain(`(${rule})`)
      expect(problems).toContain(fileOf(rule))
    }
  })
})

describe('the layers gate', () => {
  const yjs = "import * as Y from 'yjs'\nexport const planted = new Y.Doc()\n"
  const plantedImports: readonly (readonly [path: string, source: string, rule: string | null])[] = [
    [
      'packages/schema/src/plantedType.ts',
      "import type { ErrorCode } from '../../protocol/src/index.ts'\nexport type Planted = ErrorCode\n",
      'layers: packages/schema imports no other part',
    ],
    ['packages/schema/src/planted.ts', yjs, null],
    [
      'packages/schema/src/plain.ts',
      "export { planted } from './planted.ts'\n",
      'yjs: nothing behind @tafelrunde/schema/plain',
    ],
    ['apps/web/src/features/planted-one/one.ts', 'export const one = 1\n', null],
    [
      'apps/web/src/features/planted-two/two.ts',
      "export { one } from '../planted-one/one.ts'\n",
      'web: a feature never imports another feature',
    ],
    ['apps/web/src/ui/planted.ts', "export { one } from '../features/planted-one/one.ts'\n", 'web: ui knows no domain'],
    [
      'apps/server/src/http/planted.ts',
      "export { planted } from '../sync/planted.ts'\n",
      'server: http never imports sync',
    ],
    [
      'apps/server/src/sync/planted.ts',
      "export { planted } from '../http/planted.ts'\n",
      'server: sync never imports http',
    ],
    [
      'apps/server/src/seats/planted.ts',
      "export { planted } from '../sync/planted.ts'\n",
      'server: use cases know neither',
    ],
    [
      'apps/web/src/pages/planted.ts',
      "export { planted } from '../../../server/src/sync/planted.ts'\n",
      'layers: the apps never',
    ],
    [
      'apps/server/src/rehearsal/planted.ts',
      "export { startServer } from '../../../../packages/testkit/src/index.ts'\n",
      'layers: apps/server imports only',
    ],
    [
      'packages/rehearsal/src/planted.ts',
      "export { startServer } from '../../testkit/src/index.ts'\n",
      'layers: packages/rehearsal imports only',
    ],
    ['apps/web/src/pages/plantedYjs.ts', yjs, 'yjs: only the schema'],
  ]

  it('refuses every reversed arrow, even for a type, and yjs where it does not belong', async () => {
    for (const [path, source] of plantedImports) await copy.plant(path, source)
    const { problems } = await layersGate.run(copy.root)
    for (const [path, , rule] of plantedImports) {
      if (rule) expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${rule}.*${path}`)))
    }
    expect(problems).toContainEqual(expect.stringContaining('no module loads itself through others'))
  })
})

describe('the types gate', () => {
  it('names the file with a type error', async () => {
    await copy.plant('packages/tooling/src/planted.ts', "export const planted: number = 'one'\n")
    expect(await problemsOf(typesGate)).toContain('src/planted.ts(1,')
  })
})

describe('the dead-code gate', () => {
  it('names a file that nothing imports', async () => {
    await copy.plant('apps/server/src/workshops/planted.ts', 'export const planted = 1\n')
    expect(await problemsOf(deadCodeGate)).toContain('apps/server/src/workshops/planted.ts')
  })
})

describe('the budgets gate', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/shared.js' },
    'src/pages/JoinPage/JoinPage.tsx': { file: 'assets/JoinPage.js', imports: ['_shared.js'] },
    'src/pages/BoardPage/BoardPage.tsx': { file: 'assets/BoardPage.js', imports: ['_shared.js'] },
  }

  async function plantBuild(sharedKilobytes: number): Promise<void> {
    // Random bytes do not compress, so their gzipped size is known.
    const incompressible = randomBytes(sharedKilobytes * 500)
      .toString('hex')
      .slice(0, sharedKilobytes * 1000)
    await copy.plant('apps/web/dist/.vite/manifest.json', JSON.stringify(manifest))
    for (const file of ['index', 'JoinPage', 'BoardPage']) await copy.plant(`apps/web/dist/assets/${file}.js`, 'x()\n')
    await copy.plant('apps/web/dist/assets/shared.js', incompressible)
  }

  it('refuses a join page over its budget, counting what its chunks import', async () => {
    await plantBuild(300)
    const { problems } = await budgetsGate.run(copy.root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^join: 1\d\d\.\d of 90 kB in 3 files$/)
  })

  it('refuses a board over its budget', async () => {
    await plantBuild(600)
    expect(await problemsOf(budgetsGate)).toMatch(/^board: /m)
  })

  it('is content with small pages and tells their size', async () => {
    await plantBuild(10)
    const { problems, notes } = await budgetsGate.run(copy.root)
    expect(problems).toEqual([])
    expect(notes).toHaveLength(2)
  })

  it('refuses to pass without a build', async () => {
    expect(await problemsOf(budgetsGate)).toContain('no manifest')
  })
})

describe('the rules gate', () => {
  it('tells which numbered rule no test names', async () => {
    await copy.plant(
      'packages/bench/SPEC.md',
      '# Rules\n\n- **Q71** an edit is counted once\n- Q72. a run that lost an edit is void\n',
    )
    await copy.plant('packages/bench/src/planted.test.ts', "it('[Q71] counts an edit once', () => {})\n")
    const { notes = [] } = await rulesGate.run(copy.root)
    expect(notes).toContain('packages/bench/SPEC.md: no test names Q72')
  })
})
