import { buildWeb } from './prepare/buildWeb.mjs'
import { cutNetwork } from './prepare/cutNetwork.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { runStages } from './runStages.mjs'
import { runVitest } from './suites.mjs'

// `pnpm test:soak` runs the suites that are cut in `npm test` in their full size, for hours; `pnpm test:soak kills` one of them.

await runEntry(async () => {
  const toolchain = await prepare()
  const wrapper = cutNetwork()
  /** @param {readonly string[]} args @param {Record<string, string>} sizes */
  const vitest = (args, sizes) => runVitest({ toolchain, args, env: { ...toolchain.env, ...sizes }, wrapper })
  const stages = [
    { name: 'faults', run: () => vitest(['--project', 'reliability'], { RELIABILITY: 'full' }) },
    {
      name: 'kills',
      run: () => vitest(['--project', 'integration', 'apps/server/test/sync/kill.test.ts'], { KILL_ROUNDS: '300' }),
    },
    {
      name: 'simulation',
      run: () => vitest(['--project', 'integration', 'apps/server/test/simulation'], { SIM_SEEDS: '10000' }),
    },
    {
      name: 'fuzz',
      run: () => vitest(['--project', 'integration', 'apps/server/test/fuzz'], { FUZZ_FRAMES: '1000000' }),
    },
    {
      name: 'languages',
      run: async () => {
        await buildWeb(toolchain)
        return vitest(['--project', 'browser', 'steering.axe'], { AXE_LANGUAGES: 'all' })
      },
    },
  ]
  const wanted = process.argv.slice(2)
  const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  if (chosen.length === 0) throw new Error(`no such suite (there are ${stages.map(({ name }) => name).join(', ')})`)
  const { failed } = await runStages(chosen)
  return failed === 0 ? 0 : 1
})
