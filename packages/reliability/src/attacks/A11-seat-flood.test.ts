import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A11-seat-flood.ts'

it('[A11] seats are bounded, and other links still let people in', { timeout: 1_800_000 }, () => expectToHold(scenario))
