import { StepRequest } from '@tafelrunde/protocol'
import { newId, type Step, type StepId, type StepPartId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import {
  copySteps,
  draftsOf,
  duplicateDraft,
  insertSteps,
  moveDraft,
  moveEntry,
  newStepDraft,
  partsDifference,
  toStepRequests,
  withRoots,
} from './stepDraft.ts'
import { newVote } from './voteDraft.ts'

const step: Step = {
  id: newId<StepId>(),
  title: 'Analyse',
  instruction: 'Sammeln, danach schärfen',
  minutes: 45,
  writableRoots: ['items'],
  where: 'groups',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  parts: [{ id: newId<StepPartId>(), title: 'Allein', instruction: '', minutes: 5, rules: null }],
  isHidden: true,
  vote: null,
  ending: 'soft',
}

describe('step drafts', () => {
  it('become requests that the server accepts; known steps keep their id, new ones have none', () => {
    const requests = toStepRequests([...draftsOf([step]), newStepDraft('new', 'Pause')])
    const parsed = requests.map((request) => StepRequest.parse(request))
    expect(parsed.map((request) => request.id)).toEqual([step.id, undefined])
    expect(parsed[0]).toEqual(step)
  })

  it('copied from another workshop are new steps', () => {
    expect(copySteps([step]).map((request) => StepRequest.parse(request).id)).toEqual([undefined])
  })

  const drafts = [newStepDraft('a', 'A'), newStepDraft('b', 'B'), newStepDraft('c', 'C')]
  const keys = (list: readonly { readonly draftKey: string }[]): string => list.map(({ draftKey }) => draftKey).join('')

  it('move to a place and stop at the ends', () => {
    expect(keys(moveDraft(drafts, 'c', 1))).toBe('acb')
    expect(keys(moveDraft(drafts, 'a', 2))).toBe('bca')
    expect(moveDraft(drafts, 'a', -1)).toBe(drafts)
    expect(moveDraft(drafts, 'c', 3)).toBe(drafts)
    expect(moveDraft(drafts, 'x', 0)).toBe(drafts)
    expect(moveEntry(['p', 'q'], 1, 0)).toEqual(['q', 'p'])
  })

  it('are doubled as new steps right behind the first', () => {
    const doubled = duplicateDraft(draftsOf([step]), step.id, { draftKey: 'copy', title: 'Analyse (Kopie)' })
    const [first, second] = toStepRequests(doubled)
    expect([first?.id, second?.id]).toEqual([step.id, undefined])
    const parts = first?.parts.map((part) => ({ ...part, id: undefined }))
    expect({ ...second, title: first?.title }).toEqual({ ...first, id: undefined, parts })
  })

  it('of a template come behind the chosen one, as new steps, as often as somebody likes', () => {
    const once = insertSteps(drafts, 'a', [step])
    expect(keys(once)).toBe(`a${step.id}bc`)
    const twice = insertSteps(once, null, [step])
    expect(new Set(twice.map(({ draftKey }) => draftKey)).size).toBe(5)
    expect(toStepRequests(twice).every(({ id }) => id === undefined)).toBe(true)
  })

  it('without notes hide nothing', () => {
    expect(withRoots({ ...drafts[0]!, isHidden: true }, ['comments'])).toEqual({
      writableRoots: ['comments'],
      isHidden: false,
    })
  })

  it('with a vote are what the server accepts, blank options left out', () => {
    const vote = { ...newVote('choice'), question: ' Welche? ', options: ['A', ' ', 'B '] }
    const [request] = toStepRequests([{ ...drafts[0]!, vote }])
    expect(StepRequest.parse(request).vote).toMatchObject({ question: 'Welche?', options: ['A', 'B'] })
  })

  it('tell when parts and step disagree about the time', () => {
    expect(partsDifference({ ...draftsOf([step])[0]! })).toEqual({ parts: 5, step: 45 })
    expect(partsDifference({ ...draftsOf([step])[0]!, minutes: 5 })).toBeNull()
    expect(partsDifference(newStepDraft('a', 'A'))).toBeNull()
  })
})
