import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F11-reconnect-storm.ts'

it('[F11] everybody comes back at once after a restart', { timeout: 1_800_000 }, () => expectToHold(scenario))
