import type { Page } from 'playwright'
import { expect } from 'vitest'
import { readKeyboardStop, type KeyboardStop } from './keyboardStop.ts'

const TIMEOUT_MS = 20_000
/** More tab stops than any place has; a way round it all passes each of them once. */
const MOST_STOPS = 150

/** Within so many frames a lost focus has been found again; nobody presses keys faster. */
const SETTLING_FRAMES = 6

/** What somebody looks for with the keyboard: the accessible name, a pattern of it, or anything else about the stop. */
export type Wanted = string | RegExp | ((stop: KeyboardStop) => boolean)

/**
 * A person without a mouse: everything goes through `page.keyboard`. On the way it collects what hinders such a person;
 * `assertUnhindered` fails on a stop without a visible focus, without a name, or out of sight.
 */
export class KeyboardUser {
  readonly page: Page
  readonly #hindrances = new Set<string>()
  #stops = 0

  constructor(page: Page) {
    this.page = page
  }

  /** Press keys one after the other, as `Enter` or `Shift+F10`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Type a text where the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Replace what stands in the field that has the focus. */
  async retype(text: string): Promise<void> {
    await this.press('ControlOrMeta+a')
    await this.type(text)
  }

  /** Press Tab until the focus is on what is wanted. Fails with everything that it came by, and on a keyboard trap. */
  async tabTo(wanted: Wanted, { isBack = false } = {}): Promise<KeyboardStop> {
    return this.#walkTo(wanted, isBack ? 'Shift+Tab' : 'Tab')
  }

  /** Press an arrow key until the focus is on what is wanted: in menus, radio groups and between notes. */
  async arrowTo(wanted: Wanted, key = 'ArrowDown'): Promise<KeyboardStop> {
    return this.#walkTo(wanted, key)
  }

  /** Tab to a control and press Enter on it. */
  async activate(wanted: Wanted, options?: { isBack?: boolean }): Promise<void> {
    await this.tabTo(wanted, options)
    await this.press('Enter')
  }

  /** Open the menu of a button and take one of its commands. */
  async chooseIn(button: Wanted, command: Wanted): Promise<void> {
    await this.activate(button)
    await this.takeCommand(command)
  }

  /** Take a command of the menu that is open. */
  async takeCommand(command: Wanted): Promise<void> {
    await this.page.getByRole('menu').waitFor({ timeout: TIMEOUT_MS })
    await this.expectFocusOn((stop) => stop.role.startsWith('menuitem'))
    await this.arrowTo(command)
    await this.press('Enter')
    await this.page.getByRole('menu').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  }

  /** Where the focus is now. */
  async here(): Promise<KeyboardStop> {
    return this.page.evaluate(readKeyboardStop)
  }

  /** Wait until the focus is on what is wanted without a further key. */
  async expectFocusOn(wanted: Wanted): Promise<void> {
    await expect
      .poll(
        async () => {
          const stop = await this.here()
          return isWanted(stop, wanted) || describe(stop)
        },
        { timeout: 5_000, message: `the focus goes to ${String(wanted)}` },
      )
      .toBe(true)
  }

  /** The focus has gone somewhere and stays there, not to the page as a whole. */
  async expectFocusKept(after: string): Promise<void> {
    await this.page.evaluate(passFrames, SETTLING_FRAMES)
    await expect
      .poll(async () => describe(await this.here()), { timeout: 3_000, message: `the focus is kept after ${after}` })
      .not.toBe('the page itself')
  }

  /** Every stop so far had a name and a visible focus, and was in sight. */
  assertUnhindered(): void {
    expect([...this.#hindrances]).toEqual([])
    expect(this.#stops).toBeGreaterThan(20)
  }

  async #walkTo(wanted: Wanted, key: string): Promise<KeyboardStop> {
    const passed: string[] = []
    let stop = await this.here()
    let standing = 0
    for (let count = 0; count < MOST_STOPS; count += 1) {
      if (isWanted(stop, wanted)) return stop
      await this.press(key)
      const next = await this.here()
      this.#note(stop, next)
      standing = next.isSameAsBefore ? standing + 1 : 0
      // Date and time inputs have up to five stops of their own.
      if (standing > 6) throw new Error(`${key} does not leave ${describe(stop)}`)
      stop = next
      passed.push(describe(stop))
    }
    throw new Error(`${key} never comes to ${String(wanted)}, but by:\n${passed.join('\n')}`)
  }

  #note(left: KeyboardStop, stop: KeyboardStop): void {
    if (left.isPage || stop.isSameAsBefore) return
    this.#stops += 1
    // A dialog itself is its own mark: it has just opened over everything else.
    if (stop.hadNoMark && !left.role.endsWith('dialog')) this.#hindrances.add(`no visible focus: ${describe(left)}`)
    if (left.name === '') this.#hindrances.add(`no name: ${describe(left)}`)
    if (!left.isInSight) this.#hindrances.add(`out of sight: ${describe(left)}`)
  }
}

/** Runs inside the page. */
async function passFrames(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

function isWanted(stop: KeyboardStop, wanted: Wanted): boolean {
  if (stop.isPage) return false
  if (typeof wanted === 'string') return stop.name === wanted
  return typeof wanted === 'function' ? wanted(stop) : wanted.test(stop.name)
}

function describe(stop: KeyboardStop): string {
  return stop.isPage ? 'the page itself' : `${stop.role} “${stop.name.slice(0, 80)}” ${stop.element}`
}
