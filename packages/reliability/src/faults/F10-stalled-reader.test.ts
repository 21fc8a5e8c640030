import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F10-stalled-reader.ts'

it("[F10] a stalled reader costs bounded memory and nobody's time", { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
