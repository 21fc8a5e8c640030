import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A02-orphans-and-ids.ts'

it('[A2] orphan updates and thousands of client ids are refused', { timeout: 1_800_000 }, () => expectToHold(scenario))
