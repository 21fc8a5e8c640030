import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F15-older-client.ts'

it('[F15] an older client is refused with a reason and keeps its edits', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
