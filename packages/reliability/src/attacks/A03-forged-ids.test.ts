import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A03-forged-ids.ts'

it('[A3] nobody writes under another person’s client id', { timeout: 1_800_000 }, () => expectToHold(scenario))
