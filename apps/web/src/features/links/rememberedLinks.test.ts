import type { LinkRecord } from '@tafelrunde/protocol'
import { describe, expect, it } from 'vitest'
import { knownLinkUrls, linkPlace } from './rememberedLinks.ts'

function aLink(id: string, change: Partial<LinkRecord> = {}): LinkRecord {
  return {
    id,
    role: 'participant',
    groupId: null,
    createdAt: 1,
    expiresAt: null,
    revokedAt: null,
    seats: 0,
    url: null,
    ...change,
  }
}

describe('knownLinkUrls', () => {
  it('finds the link of the creation only in the first record of its role and group', () => {
    const urls = knownLinkUrls([aLink('second', { createdAt: 9 }), aLink('first')], {
      byId: {},
      byPlace: { [linkPlace('participant', null)]: 'https://x/join#1' },
    })
    expect([...urls]).toEqual([['first', 'https://x/join#1']])
  })

  it('never offers a revoked link, nor its address for the link that replaced it', () => {
    const urls = knownLinkUrls([aLink('first', { revokedAt: 5 }), aLink('second', { createdAt: 5 })], {
      byId: { first: 'https://x/join#1' },
      byPlace: { participant: 'https://x/join#1' },
    })
    expect(urls.size).toBe(0)
  })

  it('takes the address that came with the answer, or that was kept by id', () => {
    const urls = knownLinkUrls([aLink('a', { url: 'https://x/join#a' }), aLink('b', { createdAt: 3 })], {
      byId: { b: 'https://x/join#b' },
      byPlace: {},
    })
    expect([...urls.values()]).toEqual(['https://x/join#a', 'https://x/join#b'])
  })

  it('tells links of groups apart', () => {
    const records = [aLink('g1', { groupId: 'one' }), aLink('g2', { groupId: 'two' })]
    const urls = knownLinkUrls(records, { byId: {}, byPlace: { 'participant/two': 'https://x/join#2' } })
    expect([...urls]).toEqual([['g2', 'https://x/join#2']])
  })
})
