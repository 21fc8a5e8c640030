import { BOARD_ROOTS, type BoardRoot } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { ROLES, refuseRead, refuseWrite, type WriteQuestion } from './permissions.ts'

const open: WriteQuestion = {
  role: 'participant',
  root: 'items',
  isMember: true,
  stepRoots: null,
  isFrozen: false,
  lock: 'none',
  isMuted: false,
}

/** Every combination of the table, so that a rule cannot hold for the tested cells only. */
function* everyQuestion(): Generator<WriteQuestion> {
  const stepChoices: (readonly BoardRoot[] | null)[] = [null, [], ['recommendations'], BOARD_ROOTS]
  for (const role of ROLES)
    for (const root of BOARD_ROOTS)
      for (const isMember of [true, false])
        for (const stepRoots of stepChoices)
          for (const isFrozen of [true, false])
            for (const lock of ['none', 'canvas', 'board'] as const)
              for (const isMuted of [true, false]) yield { role, root, isMember, stepRoots, isFrozen, lock, isMuted }
}

describe('who may write on a board', () => {
  it('lets a member write everything while no step runs', () => {
    for (const root of BOARD_ROOTS) expect(refuseWrite({ ...open, root })).toBeNull()
  })

  it('opens exactly the roots of the step', () => {
    for (const root of BOARD_ROOTS) {
      const answer = refuseWrite({ ...open, root, stepRoots: ['recommendations'] })
      expect(answer).toBe(root === 'recommendations' ? null : 'step.closed')
    }
  })

  it('never lets observers, screens or the public write', () => {
    for (const question of everyQuestion()) {
      if (!['observer', 'screen', 'public'].includes(question.role)) continue
      expect(refuseWrite(question)).toBe('seat.observing')
    }
  })

  it('never lets a participant or scribe write on a board of another group', () => {
    for (const question of everyQuestion()) {
      if (!['participant', 'scribe'].includes(question.role) || question.isMember) continue
      expect(refuseWrite(question)).toBe('group.foreign')
    }
  })

  it('binds everyone, moderators too, to freeze and lock', () => {
    for (const question of everyQuestion()) {
      if (!question.isFrozen && question.lock === 'none') continue
      expect(refuseWrite(question)).not.toBeNull()
    }
  })

  it('does not bind moderators to steps or membership', () => {
    for (const role of ['owner', 'moderator'] as const)
      expect(refuseWrite({ ...open, role, isMember: false, stepRoots: [] })).toBeNull()
  })

  it('lets a muted participant or scribe write nowhere, and never binds moderators by it', () => {
    for (const question of everyQuestion()) {
      if (!question.isMuted) continue
      const isBound = question.role === 'participant' || question.role === 'scribe'
      if (isBound && question.isMember) expect(refuseWrite(question)).toBe('seat.muted')
      else expect(refuseWrite(question)).toBe(refuseWrite({ ...question, isMuted: false }))
    }
  })

  it('names the freeze before the lock and the lock before the step', () => {
    expect(refuseWrite({ ...open, isFrozen: true, lock: 'board', stepRoots: [] })).toBe('board.frozen')
    expect(refuseWrite({ ...open, lock: 'canvas', stepRoots: [] })).toBe('board.locked')
  })
})

describe('who may read a board', () => {
  const closed = { role: 'participant', isMember: false, isInLinkScope: false, isOpenToAll: false } as const

  it('keeps the boards of other groups closed until a step opens them', () => {
    expect(refuseRead(closed)).toBe('document.notOpen')
    expect(refuseRead({ ...closed, isOpenToAll: true })).toBeNull()
    expect(refuseRead({ ...closed, isMember: true })).toBeNull()
  })

  it('shows moderators every board', () => {
    expect(refuseRead({ ...closed, role: 'moderator' })).toBeNull()
    expect(refuseRead({ ...closed, role: 'owner' })).toBeNull()
  })

  it('lets observers and screens read what their link covers, and participants not by link', () => {
    for (const role of ['observer', 'screen'] as const) {
      expect(refuseRead({ ...closed, role })).toBe('document.notOpen')
      expect(refuseRead({ ...closed, role, isInLinkScope: true })).toBeNull()
    }
    expect(refuseRead({ ...closed, isInLinkScope: true })).toBe('document.notOpen')
  })
})
