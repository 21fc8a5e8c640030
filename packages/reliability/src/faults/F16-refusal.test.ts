import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F16-refusal.ts'

it(
  '[F16] what is refused in mid-sentence or after an hour is on the board or in its author’s tray',
  { timeout: 1_800_000 },
  () => expectToHold(scenario),
)
