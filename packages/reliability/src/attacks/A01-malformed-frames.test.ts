import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A01-malformed-frames.ts'

it('[A1] bombs and garbled frames cost the others nothing', { timeout: 1_800_000 }, () => expectToHold(scenario))
