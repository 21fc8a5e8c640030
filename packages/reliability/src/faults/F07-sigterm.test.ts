import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F07-sigterm.ts'

it('[F7] SIGTERM with many writers: stored, told, exit 0 within 5 s', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
