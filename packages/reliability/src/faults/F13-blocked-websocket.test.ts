import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F13-blocked-websocket.ts'

it('[F13] where WebSockets are blocked people go on over plain HTTP', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
