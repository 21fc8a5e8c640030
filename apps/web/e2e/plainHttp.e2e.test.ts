import { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { freePort, startServer } from '@tafelrunde/testkit'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as act from './support/people.ts'
import { Stage } from './support/Stage.ts'

const HOST = 'tafel.ministerium.example'

it('joins, writes, steers and projects on a plain-http host name that is not a secure context', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-http-'))
  const port = await freePort()
  const server = await startServer({
    dataDir,
    port,
    env: { PUBLIC_URL: `http://${HOST}:${port}`, WHO_MAY_CREATE: 'anyone' },
  })
  try {
    const stage = await Stage.open([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
    const cockpit = await stage.openPage()
    await cockpit.goto(`http://${HOST}:${port}/new`)
    const created = CreateWorkshopResponse.parse(
      await cockpit.evaluate(async () => {
        const body = JSON.stringify({ title: 'Ohne TLS', template: 'ozg-marketing-4h', groups: 1 })
        const headers = { 'content-type': 'application/json' }
        return (await fetch('/api/v1/workshops', { method: 'POST', headers, body })).json()
      }),
    )
    const group = created.groups[0] as (typeof created.groups)[0]
    await act.joinAs(cockpit, created.links.moderator, 'Moderation')
    const anna = await stage.openPage()
    await act.joinAs(anna, group.link, 'Anna')
    expect(await anna.evaluate(() => isSecureContext)).toBe(false)
    expect(new URL(anna.url()).hostname).toBe(HOST)
    const ben = await stage.openPage()
    await act.joinAs(ben, group.link, 'Ben')
    const screen = await stage.openPage()
    await act.joinAs(screen, created.links.screen, null)

    await act.writeNote(anna, 'goals', 'Geht auch ohne TLS')
    await act.seesNote(ben, 'Geht auch ohne TLS')
    await ben.context().setOffline(true)
    await act.writeNote(ben, 'needs', 'Auch ohne Netz')
    await ben.context().setOffline(false)
    await act.seesNote(anna, 'Auch ohne Netz')
    await act.seesSaved(ben)
    await act.startStep(cockpit, 'Plenum 1: Was wir herausgefunden haben')
    await screen.locator('[data-item-id]', { hasText: 'Geht auch ohne TLS' }).waitFor()
    stage.assertQuiet()
  } finally {
    await server.kill('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
})
