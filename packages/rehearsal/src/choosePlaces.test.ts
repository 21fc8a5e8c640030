import type { BoardSnapshot, Canvas, CanvasId, Step } from '@tafelrunde/schema/plain'
import { FREE_FIELD, newId, STEP_TEMPLATES, stepsFromTemplate, type RunState } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { choosePlaces, votedFieldsFrom } from './choosePlaces.ts'

const unlocked = { lockedCanvasIds: [] }

function aBoard(...templateIds: readonly string[]) {
  const canvases = templateIds.map((templateId) => ({ id: newId<CanvasId>(), templateId, state: 'active' }) as Canvas)
  return { canvases, board: { canvases } as unknown as BoardSnapshot }
}

test('what is voted on comes first, then every other field for notes in turn, never head fields', () => {
  const { board } = aBoard('harvest')
  const places = choosePlaces(board, unlocked, ['ideas'])
  expect([0, 1, 2, 3].map((index) => places.at(index).fieldId)).toEqual(['ideas', 'practice', 'question', 'ideas'])
  expect(places.isFreeOnly).toBe(false)
})

test('a field that is voted on and stands on no canvas is written by nobody', () => {
  const { board } = aBoard('harvest')
  const places = choosePlaces(board, unlocked, ['barriers'])
  const written = Array.from({ length: 12 }, (_, index) => places.at(index).fieldId)
  expect(written).not.toContain('barriers')
})

test('without a canvas, or with none but locked ones, people write beside', () => {
  const { board, canvases } = aBoard('harvest')
  for (const places of [
    choosePlaces(aBoard().board, unlocked, []),
    choosePlaces(board, { lockedCanvasIds: canvases.map(({ id }) => id) }, []),
  ]) {
    expect(places.isFreeOnly).toBe(true)
    expect(places.at(3)).toMatchObject({ canvasId: null, fieldId: FREE_FIELD })
  }
})

test('fields count for the steps up to their vote, on boards of its kind', () => {
  const steps: readonly Step[] = stepsFromTemplate(STEP_TEMPLATES['ozg-marketing-4h']!, 'de')
  const run = { steps } as RunState
  const vote = steps.findIndex((step) => step.vote?.fieldId === 'ideas')
  expect(votedFieldsFrom(run, steps[vote]!, { kind: 'common' })).toEqual(['ideas'])
  expect(votedFieldsFrom(run, steps[0]!, { kind: 'common' })).toEqual(['ideas'])
  expect(votedFieldsFrom(run, steps[vote + 1]!, { kind: 'common' })).toEqual([])
  expect(votedFieldsFrom(run, steps[0]!, { kind: 'group' })).toEqual([])
})
