import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A09-stored-script.ts'

it('[A9] stored script is text in every export', { timeout: 1_800_000 }, () => expectToHold(scenario))
