import { StepRequest } from '@tafelrunde/protocol'
import { newId, type Step, type StepId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { copySteps, draftsOf, newStepDraft, partsDifference, shiftDraft, toStepRequests } from './stepDraft.ts'

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
  parts: [{ title: 'Allein', instruction: '', minutes: 5 }],
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

  it('move by one place and stop at the ends', () => {
    const drafts = [newStepDraft('a', 'A'), newStepDraft('b', 'B'), newStepDraft('c', 'C')]
    const keys = (list: typeof drafts): string => list.map((draft) => draft.draftKey).join('')
    expect(keys([...shiftDraft(drafts, 'c', -1)])).toBe('acb')
    expect(keys([...shiftDraft(drafts, 'a', 1)])).toBe('bac')
    expect(shiftDraft(drafts, 'a', -1)).toBe(drafts)
    expect(shiftDraft(drafts, 'c', 1)).toBe(drafts)
  })

  it('tell when parts and step disagree about the time', () => {
    expect(partsDifference({ ...draftsOf([step])[0]! })).toEqual({ parts: 5, step: 45 })
    expect(partsDifference({ ...draftsOf([step])[0]!, minutes: 5 })).toBeNull()
    expect(partsDifference(newStepDraft('a', 'A'))).toBeNull()
  })
})
