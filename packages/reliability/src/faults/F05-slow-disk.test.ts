import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F05-slow-disk.ts'

it(
  '[F5] a stalled disk stalls saving and nothing else, and nobody sees what is not on it',
  { timeout: 1_800_000 },
  () => expectToHold(scenario),
)
