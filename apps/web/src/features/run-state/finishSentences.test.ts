import type { CanvasId, SeatId } from '@tafelrunde/schema'
import { expect, test } from 'vitest'
import type { Desk } from '../../board/Desk.ts'
import { Drafts } from '../../board/Drafts.ts'
import { finishSentences } from './finishSentences.ts'

const canvasId = 'canvas' as CanvasId

/** Writing rows with texts, and a board that takes only so many. */
function aDesk(takes: number) {
  const drafts = new Drafts()
  const labels: string[] = []
  const edit: Desk['edit'] = (label) => {
    if (labels.length >= takes) return null
    labels.push(label)
    return 'id' as never
  }
  const seat: Desk['seat'] = { id: 'seat' as SeatId, name: '', organisation: '', role: 'participant' }
  drafts.write('a', { root: 'items', canvasId, fieldId: 'needs', text: 'halber Satz ' })
  drafts.write('b', { root: 'items', canvasId, fieldId: 'goals', text: '  ' })
  drafts.write('c', { root: 'recommendations', canvasId: null, fieldId: 'recommendations', text: 'Flyer drucken' })
  return { drafts, edit, seat, labels }
}

test('what stands in the writing rows goes onto the board, blank rows do not', () => {
  const desk = aDesk(9)
  expect(finishSentences(desk, 'Zettel angelegt')).toEqual([])
  expect(desk.labels).toEqual(['Zettel angelegt', 'Zettel angelegt'])
  expect(desk.drafts.get().size).toBe(0)
})

test('what the board does not take is given back for the tray', () => {
  const desk = aDesk(1)
  expect(finishSentences(desk, 'x').map(({ text }) => text)).toEqual(['Flyer drucken'])
})
