import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F14-clock.ts'

it('[F14] a clock that jumps cuts nobody off and loses nothing', { timeout: 1_800_000 }, () => expectToHold(scenario))
