import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A07-token-guessing.ts'

it('[A7] guessing tokens hits nothing and locks nobody out', { timeout: 1_800_000 }, () => expectToHold(scenario))
