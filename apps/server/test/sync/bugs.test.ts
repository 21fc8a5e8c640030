import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorkshop, startServer, until } from '@tafelrunde/testkit'
import { expect, it } from 'vitest'

it('[K5] lives on after a bug in a timer, logs and counts it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-bug-'))
  const entry = fileURLToPath(new URL('support/failing.entry.ts', import.meta.url))
  const server = await startServer({ dataDir, entry })
  try {
    await until(() => server.output().includes('process.failed'), { what: 'the bug', timeoutMs: 20_000 })
    expect(server.output()).toContain('planted')
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toContain('tafelrunde_failures_total{origin="uncaughtException"} 1')
    expect((await createWorkshop(server.url, { title: 'Danach', groups: 1 })).groups).toHaveLength(1)
  } finally {
    await server.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 60_000)
