import { createHash, randomBytes } from 'node:crypto'

/** Sha-256 of a token as hex; the only form in which a token is ever stored. */
export type TokenHash = string & { readonly __brand: 'TokenHash' }

/** 22 url-safe characters that begin with a letter; 16 random bytes and more, so that guessing is hopeless. */
export function newToken(): string {
  for (;;) {
    const token = randomBytes(17).toString('base64url').slice(0, 22)
    if (/^[A-Za-z]/.test(token)) return token
  }
}

/** A seat's bearer token; the prefix keeps it from being mistaken for a link's token. */
export function newSeatToken(): string {
  return `seat_${newToken()}`
}

/** What every sync ticket begins with. */
const TICKET_PREFIX = 'ticket_'

/** A ticket that opens one document on behalf of a seat. */
export function newTicket(): string {
  return `${TICKET_PREFIX}${newToken()}`
}

/** Whether a token is meant as a ticket. */
export function isTicket(token: string): boolean {
  return token.startsWith(TICKET_PREFIX)
}

/** A token that may create workshops. */
export function newCreationToken(): string {
  return `create_${newToken()}`
}

/** What is stored of a token. A plain hash is enough: tokens have 128 random bits, there is nothing to guess. */
export function hashToken(token: string): TokenHash {
  return createHash('sha256').update(token).digest('hex') as TokenHash
}
