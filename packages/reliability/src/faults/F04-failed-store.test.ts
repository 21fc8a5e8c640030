import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './F04-failed-store.ts'

it('[F4] a board whose store failed is whole when it is opened again', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
