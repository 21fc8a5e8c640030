import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F06-killed-compaction.ts'

it('[F6] killed at each step of a compaction the board is whole', { timeout: 1_800_000 }, () => expectToHold(scenario))
