import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F03-full-disk.ts'

it('[F3] a full disk acknowledges nothing, tells people, and recovers by itself', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
