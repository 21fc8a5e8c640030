import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A05-roles.ts'

it('[A5] nobody reads or changes what role and group do not allow', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
