import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A10-endless-content.ts'

it('[A10] unknown roots and deep nesting are refused, items are bounded', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
