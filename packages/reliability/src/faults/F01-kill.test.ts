import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F01-kill.ts'

it('[F1] nothing that was acknowledged is missing after a kill while 20 people write', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
