import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import type { Page } from 'playwright'
import { joinAs, seesNote, startStep } from './people.ts'

/** Of a window, in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Opens windows of their own, and keeps pictures of them. */
export interface Camera {
  readonly open: (size: Size) => Promise<Page>
  /** Waits until the page stands still; the file is named after the place. */
  readonly take: (page: Page, place: string) => Promise<void>
}

const NOTEBOOK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const TARGET_GROUPS = [
  'Eltern kurz nach der Geburt',
  'Gründende im Nebenberuf',
  'Beschäftigte im Bürgerbüro',
  'Studierende vor dem ersten Umzug',
  'Menschen, die für Angehörige Anträge stellen',
]
const DOTS = ['Eltern kurz nach der Geburt', 'Eltern kurz nach der Geburt', 'Beschäftigte im Bürgerbüro']

/**
 * What docs/moderator-guide shows beside the places: people, run sheet, remote control, hidden writing, a ballot. Leads
 * a German demo workshop from its breakout through the steps that these need.
 */
export async function takeGuidePictures(camera: Camera, created: CreateWorkshopResponse): Promise<void> {
  const cockpit = await camera.open(NOTEBOOK)
  await joinAs(cockpit, created.links.moderator, 'Moderation')
  await takePreparation(camera, cockpit)
  await takeRemote(camera, cockpit, created)
  await takeHiddenAndVote(camera, cockpit, created)
  await cockpit.context().close()
}

/** Dialogs of the cockpit in which the day is prepared. */
async function takePreparation(camera: Camera, cockpit: Page): Promise<void> {
  await cockpit.getByRole('button', { name: /Menschen da$/ }).click()
  await cockpit.locator('.people-section').first().waitFor()
  await camera.take(cockpit, 'people')
  await cockpit.keyboard.press('Escape')
  await cockpit.getByRole('dialog').waitFor({ state: 'detached' })

  await cockpit.getByRole('button', { name: 'Regieplan bearbeiten' }).click()
  await cockpit.locator('.step-editor-name', { hasText: 'Zielgruppen sammeln' }).click()
  await cockpit.locator('.step-editor-form[aria-label="Zielgruppen sammeln"]').waitFor()
  await camera.take(cockpit, 'runsheet')
  await cockpit.keyboard.press('Escape')
  await cockpit.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The remote control on a phone, with a screen that it directs. */
async function takeRemote(camera: Camera, cockpit: Page, { links }: CreateWorkshopResponse): Promise<void> {
  await startStep(cockpit, 'Plenum 1: Was wir herausgefunden haben')
  const screen = await camera.open(NOTEBOOK)
  await joinAs(screen, links.screen, null)
  await screen.locator('[data-item-id]').first().waitFor()
  const phone = await camera.open(PHONE)
  await joinAs(phone, links.moderator, 'Moderation')
  await phone.getByRole('button', { name: 'Mehr' }).first().click()
  await phone.getByRole('menuitem', { name: 'Fernbedienung' }).click()
  await phone.locator('.remote-picture[data-there]').waitFor()
  await camera.take(phone, 'remote')
  await phone.context().close()
  await screen.context().close()
}

/** Target groups, written hidden by one person, revealed, and voted on. */
async function takeHiddenAndVote(camera: Camera, cockpit: Page, created: CreateWorkshopResponse): Promise<void> {
  await startStep(cockpit, 'Zielgruppen sammeln')
  const hanna = await camera.open(NOTEBOOK)
  await joinAs(hanna, created.groups[1]?.link ?? created.links.participant, 'Hanna')
  const at = new URL(hanna.url())
  await hanna.goto(`${at.origin}/w/${created.workshop.id}/g/${created.common.id}${at.search}`)
  const row = hanna.locator('[data-hidden-writer]')
  for (const text of TARGET_GROUPS) {
    await row.fill(text)
    await row.press('Enter')
    await hanna.locator('.hidden-note', { hasText: text }).waitFor()
  }
  await hanna.locator('.hidden-panel', { hasText: 'Gespeichert' }).waitFor()
  await camera.take(hanna, 'hidden')

  await cockpit.getByRole('button', { name: 'Aufdecken …' }).click()
  await cockpit.getByRole('alertdialog').getByRole('button', { name: 'Aufdecken', exact: true }).click()
  for (const text of TARGET_GROUPS) await seesNote(hanna, text)
  // Without the message that says so.
  await hanna.reload()
  await startStep(cockpit, 'Auswählen')
  await cockpit.getByRole('button', { name: 'Abstimmung öffnen' }).click()
  await hanna.locator('.vote-bar').getByRole('button', { name: 'Abstimmen' }).click()
  const ballot = hanna.getByRole('dialog')
  for (const text of DOTS) await ballot.getByRole('button', { name: `Ein Punkt mehr für „${text}“` }).click()
  await ballot.getByText('Gezählt. Bis zum Schluss können Sie noch ändern.').waitFor()
  await camera.take(hanna, 'vote')
  await hanna.context().close()
}
