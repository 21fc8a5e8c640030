import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F08-dead-client.ts'

it('[F8] a device that died with unsent edits brings them once', { timeout: 1_800_000 }, () => expectToHold(scenario))
