import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F09-partition.ts'

it('[F9] people who fall off the network end with the same board', { timeout: 1_800_000 }, () => expectToHold(scenario))
