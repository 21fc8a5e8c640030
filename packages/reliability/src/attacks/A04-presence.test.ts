import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A04-presence.ts'

it('[A4] presence shows nobody under a false name and floods nobody', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
