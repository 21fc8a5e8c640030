import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What can differ between the themes; slow on a full page. */
const THEMED_RULES = ['color-contrast', 'link-in-text-block']

export interface AxeScope {
  /** Look only in there, as for a dialog over a page that has been looked at. */
  readonly within?: string
  /** Leave out what depends on the theme, where another language has the same colours. */
  readonly isColourless?: boolean
}

/**
 * What axe finds on the page as it is now, one line per finding; what the theme can change is looked at in both.
 *
 * @throws Error if axe had nothing to test
 */
export async function axeFindings(
  page: Page,
  { within = 'html', isColourless = false }: AxeScope = {},
): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  // One frame only: without the page of its own that would put the results of several together.
  const axe = (): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().include(within)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await axe()
    .withTags(TAGS)
    .disableRules(isColourless ? THEMED_RULES : [])
    .analyze()
  if (light.passes.length === 0) throw new Error(`axe found nothing to test within ${within}`)
  if (isColourless) return linesOf(light.violations)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axe().withRules(THEMED_RULES).analyze()
  return linesOf([...light.violations, ...dark.violations])
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

function linesOf(violations: Violations): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html} ${node.failureSummary}`),
  )
}
