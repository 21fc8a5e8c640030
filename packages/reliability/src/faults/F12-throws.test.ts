import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F12-throws.ts'

it('[F12] a throw in any hook, timer or worker ends nothing and loses nothing', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
