import {
  fieldOf,
  templateOf,
  type FieldTemplate,
  type Item,
  type ItemId,
  type Talk,
  type TalkId,
} from '@tafelrunde/schema'
import { describe, expect, test } from 'vitest'
import { fieldSections, sectionAttributes } from './fieldSections.ts'

const talks: readonly Talk[] = ['t1', 't2'].map((id) => ({
  id: id as TalkId,
  organisation: `Land ${id}`,
  title: 'Impuls',
}))
const practice = fieldOf(templateOf('harvest'), 'practice') as FieldTemplate
const goals = fieldOf(templateOf('target-group'), 'goals') as FieldTemplate

function anItem(id: string, talkId?: string): Item {
  return {
    id: id as ItemId,
    canvasId: null,
    fieldId: 'practice',
    order: id,
    position: null,
    text: [],
    plainText: id,
    evidence: null,
    sourceUrl: null,
    visibility: 'internal',
    tags: [],
    colour: null,
    state: 'active',
    attributes: talkId ? { talkId: talkId as TalkId } : {},
    headId: null,
    recommendationIds: [],
    agreedBy: [],
    author: null,
    createdAt: null,
  }
}

describe('fieldSections', () => {
  test('a harvest field has a part per talk, also an empty one, and one for the rest', () => {
    const sections = fieldSections(practice, [anItem('a', 't2'), anItem('b')], { talks, withoutTalk: 'Ohne' })
    expect(sections.map((section) => [section.title, section.items.map((item) => item.id)])).toEqual([
      ['Land t1', []],
      ['Land t2', ['a']],
      ['Ohne', ['b']],
    ])
  })

  test('any other field is one list', () => {
    expect(fieldSections(goals, [anItem('a')], { talks, withoutTalk: '' })).toHaveLength(1)
  })

  test('a note written under a talk refers to it from the start', () => {
    const [section] = fieldSections(practice, [], { talks, withoutTalk: '' })
    expect(section && sectionAttributes(practice, section, talks)).toEqual({ talkId: 't1', harvestKind: 'practice' })
  })
})
