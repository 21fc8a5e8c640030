import type { LinkRecord } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { lostLinks } from './lostLinks.ts'

const aLink = (id: string, traits: Partial<LinkRecord> = {}): LinkRecord => ({
  id,
  role: 'participant',
  groupId: null,
  createdAt: 1,
  expiresAt: null,
  revokedAt: null,
  seats: 0,
  url: null,
  ...traits,
})

test('a role whose every link was revoked can be given one again', () => {
  const links = [aLink('1', { revokedAt: 5 }), aLink('2', { revokedAt: 6 }), aLink('3', { role: 'screen' })]
  expect(lostLinks(links).map(({ id }) => id)).toEqual(['2'])
})

test('while one link is left, nothing is lost', () => {
  expect(lostLinks([aLink('1', { revokedAt: 5 }), aLink('2')])).toEqual([])
})

test('links of groups are counted for each group by itself', () => {
  const links = [aLink('1', { groupId: 'a', revokedAt: 5 }), aLink('2', { groupId: 'b' })]
  expect(lostLinks(links).map(({ id }) => id)).toEqual(['1'])
})
