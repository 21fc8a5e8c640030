import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A13-outside-the-step.ts'

it('[A13] what role and step do not allow changes nothing', { timeout: 1_800_000 }, () => expectToHold(scenario))
