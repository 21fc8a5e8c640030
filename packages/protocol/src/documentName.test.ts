import { describe, expect, it } from 'vitest'
import { documentName, parseDocumentName } from './documentName.ts'

const id = 'g123456789_abcdefghi-Z'

describe('document names', () => {
  it('reads back what it writes', () => {
    for (const kind of ['workshop', 'group', 'private', 'plenary'] as const)
      expect(parseDocumentName(documentName(kind, id))).toEqual({ kind, id })
  })

  it.each([
    '',
    'group',
    'group/',
    `group/${id}x`,
    `group/${id.slice(1)}`,
    `Group/${id}`,
    `group/${id}\n`,
    ` group/${id}`,
    `group/../${id}`,
    `other/${id}`,
    `group/${id}/${id}`,
    `group/9${id.slice(1)}`,
    `group/${id.slice(0, 21)}ä`,
  ])('refuses %j', (name) => {
    expect(parseDocumentName(name)).toBeNull()
  })
})
