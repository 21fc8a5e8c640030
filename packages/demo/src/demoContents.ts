import type { DemoCommonBoard, DemoFrame, DemoGroup } from './DemoContent.ts'
import * as de from './content/de/content.ts'
import * as en from './content/en/content.ts'

/** Languages in which the demo is written. */
export type DemoLanguage = 'de' | 'en'

/** Everything that the authors of the demo wrote, by language; both have the same shape. */
export const DEMO_CONTENTS: Readonly<
  Record<
    DemoLanguage,
    { readonly frame: DemoFrame; readonly commonBoard: DemoCommonBoard; readonly groups: readonly DemoGroup[] }
  >
> = { de, en }
