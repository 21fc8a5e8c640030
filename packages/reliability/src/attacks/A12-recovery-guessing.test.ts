import { it } from 'vitest'
import { expectToHold } from '../expectToHold.ts'
import { scenario } from './A12-recovery-guessing.ts'

it('[A12] guessing recovery codes hits nothing and keeps nobody from their seat', { timeout: 1_800_000 }, () =>
  expectToHold(scenario),
)
