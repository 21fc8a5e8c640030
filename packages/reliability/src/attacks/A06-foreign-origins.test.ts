import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A06-foreign-origins.ts'

it('[A6] no foreign origin gets in, and no secret gets out', { timeout: 1_800_000 }, () => expectToHold(scenario))
