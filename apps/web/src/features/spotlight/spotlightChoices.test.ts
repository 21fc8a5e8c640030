import { newId } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { spotlightChoices, spotlightOf } from './spotlightChoices.ts'

const canvas = { id: newId<string>(), title: 'Eltern', templateId: 'target-group', fields: { barriers: 2, goals: 1 } }

it('offers the board, every canvas, and the fields in which something stands, in reading order', () => {
  const choices = spotlightChoices([canvas, { ...canvas, id: newId<string>(), templateId: 'of-a-newer-version' }])
  expect(choices.map(({ canvas: one, field }) => [one?.templateId ?? null, field?.id ?? null])).toEqual([
    [null, null],
    ['target-group', null],
    ['target-group', 'goals'],
    ['target-group', 'barriers'],
    ['of-a-newer-version', null],
  ])
  expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length)
})

it('names group, canvas and field for the command', () => {
  const groupId = newId<string>()
  const [board, , goals] = spotlightChoices([canvas])
  expect(spotlightOf(groupId, board!)).toEqual({ groupId, canvasId: null, fieldId: null })
  expect(spotlightOf(groupId, goals!)).toEqual({ groupId, canvasId: canvas.id, fieldId: 'goals' })
})
