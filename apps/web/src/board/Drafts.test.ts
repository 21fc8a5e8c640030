import type { CanvasId } from '@tafelrunde/schema'
import { describe, expect, it } from 'vitest'
import { Drafts, type Draft } from './Drafts.ts'

const canvas = 'c1' as CanvasId
const other = 'c2' as CanvasId
const open = { closed: { items: null, recommendations: null }, isCanvasLocked: () => false }
const note = (text: string, canvasId: CanvasId = canvas): Draft => ({ root: 'items', canvasId, fieldId: 'goals', text })
const advice = (text: string): Draft => ({ root: 'recommendations', canvasId: null, fieldId: 'recommendations', text })
const textsOf = (drafts: readonly Draft[]) => drafts.map(({ text }) => text)

describe('Drafts', () => {
  it('keeps what stands in a row until it is sent', () => {
    const drafts = new Drafts()
    drafts.write('a', note('halb'))
    drafts.write('a', note('halb fertig'))
    expect(drafts.get().get('a')?.text).toBe('halb fertig')
    drafts.write('a', note(''))
    expect(drafts.get().size).toBe(0)
  })

  it('gives out the texts of rows that a freeze has closed, once and with the reason', () => {
    const drafts = new Drafts()
    drafts.write('a', note('eins'))
    drafts.write('b', advice('zwei'))
    const frozen = { ...open, closed: { items: 'board.frozen', recommendations: 'board.frozen' } as const }
    expect(drafts.takeClosed(frozen).map(({ text, reason }) => [text, reason])).toEqual([
      ['eins', 'board.frozen'],
      ['zwei', 'board.frozen'],
    ])
    expect(drafts.takeClosed(frozen)).toEqual([])
  })

  it('leaves the texts of rows that stay open where they are', () => {
    const drafts = new Drafts()
    drafts.write('a', note('zu'))
    drafts.write('b', note('offen', other))
    drafts.write('c', advice('auch offen'))
    expect(textsOf(drafts.takeClosed({ ...open, isCanvasLocked: (id) => id === canvas }))).toEqual(['zu'])
    const inStep = { ...open, closed: { items: 'step.closed', recommendations: null } as const }
    expect(textsOf(drafts.takeClosed(inStep))).toEqual(['offen'])
    expect(textsOf(drafts.takeAll())).toEqual(['auch offen'])
    expect(drafts.takeAll()).toEqual([])
  })
})
