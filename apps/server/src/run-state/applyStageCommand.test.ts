import { newId, type CanvasId, type RunState } from '@tafelrunde/schema/plain'
import { describe, expect, test } from 'vitest'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { applyRunCommand } from './applyRunCommand.ts'

const NOW = 1_000_000
const steps = [aStep(), aStep()] as const
const sheet = aRunState({ steps })
const group = sheet.groups[1]!
const spotlight = { groupId: group.id, canvasId: newId<CanvasId>(), fieldId: 'barriers' }

const after = (run: RunState, ...commands: Parameters<typeof applyRunCommand>[1][]): RunState =>
  commands.reduce((state, command) => applyRunCommand(state, command, NOW), run)

describe('directing the screen', () => {
  test('[SG1] a layout holds until the moderators go back to what the step says', () => {
    const directed = after(sheet, { type: 'stage.layout', layout: 'matrix' })
    expect(directed.stage.layout).toBe('matrix')
    expect(after(directed, { type: 'stage.layout', layout: null }).stage.layout).toBeNull()
  })

  test('[SG1] a layout ends a spotlight, and either lets the pages begin anew', () => {
    const shown = after(sheet, { type: 'stage.spotlight', spotlight }, { type: 'stage.page', page: 3 })
    expect(shown.stage).toMatchObject({ spotlight, page: 3 })
    expect(after(shown, { type: 'stage.layout', layout: 'fields' }).stage).toMatchObject({
      spotlight: null,
      page: null,
    })
    expect(after(shown, { type: 'stage.spotlight', spotlight: null }).stage).toMatchObject({
      spotlight: null,
      page: null,
    })
  })

  test('[SG1] ending a spotlight brings back the layout that was chosen before', () => {
    const shown = after(
      sheet,
      { type: 'stage.layout', layout: 'columns' },
      { type: 'stage.spotlight', spotlight },
      { type: 'stage.spotlight', spotlight: null },
    )
    expect(shown.stage.layout).toBe('columns')
  })

  test('[SG1] there is no spotlight on a group that the workshop does not have', () => {
    const stranger = { groupId: newId(), canvasId: null, fieldId: null }
    expect(() => after(sheet, { type: 'stage.spotlight', spotlight: stranger })).toThrow(
      expect.objectContaining({ code: 'group.unknown' }),
    )
  })

  test('[SG2] a picture that is frozen twice is frozen since the first time', () => {
    const frozen = applyRunCommand(sheet, { type: 'stage.picture', isFrozen: true }, NOW)
    const again = applyRunCommand(frozen, { type: 'stage.picture', isFrozen: true }, NOW + 5_000)
    expect(again.stage.frozenAt).toBe(NOW)
    expect(after(again, { type: 'stage.picture', isFrozen: false }).stage.frozenAt).toBeNull()
  })

  test('[SG3] the next step for all takes everything back; that of one group leaves the screen alone', () => {
    const directed = after(
      sheet,
      { type: 'stage.layout', layout: 'fields' },
      { type: 'stage.page', page: 2 },
      { type: 'stage.picture', isFrozen: true },
    )
    expect(after(directed, { type: 'step.next', groupId: group.id }).stage).toEqual(directed.stage)
    expect(after(directed, { type: 'step.next' }).stage).toEqual({
      layout: null,
      spotlight: null,
      frozenAt: null,
      page: null,
    })
  })
})
