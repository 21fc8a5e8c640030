import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A08-sockets.ts'

it('[A8] silent sockets, slow heads and endless messages keep nobody out', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
