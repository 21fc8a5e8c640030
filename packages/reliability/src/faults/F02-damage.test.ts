import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F02-damage.ts'

it(
  '[F2] torn and garbled bytes on disk: nothing acknowledged is lost, nothing garbled is served',
  { timeout: 1_800_000 },
  () => expectToHold(scenario),
)
