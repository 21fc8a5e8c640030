import { createHash, randomBytes } from 'node:crypto'
import type { WorkshopId } from '@tafelrunde/schema/plain'
import type { TokenHash } from '../links/tokens.ts'

/** Crockford's base32: no I, L, O, U, so that a code read aloud or from paper cannot be mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 12
const CODE_PATTERN = new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`)

/** A new code of 12 characters (60 bits), shown as XXXX-XXXX-XXXX. */
export function newRecoveryCode(): string {
  const characters = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % 32])
  return [0, 4, 8].map((from) => characters.slice(from, from + 4).join('')).join('-')
}

/** The code as it is hashed: upper case, without separators, look-alikes resolved; null if it cannot be a code. */
export function normaliseRecoveryCode(input: string): string | null {
  const code = input.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return CODE_PATTERN.test(code) ? code : null
}

/** What is stored of a code; bound to its workshop, so that one table of guesses does not fit all workshops. */
export function hashRecoveryCode(workshopId: WorkshopId, normalisedCode: string): TokenHash {
  return createHash('sha256').update(`${workshopId}:${normalisedCode}`).digest('hex') as TokenHash
}
