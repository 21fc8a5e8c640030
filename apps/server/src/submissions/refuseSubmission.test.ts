import { ROLES } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { refuseSubmission } from './refuseSubmission.ts'

test('[SP1] moderators submit for every group, scribes for their own one, nobody else', () => {
  const own = { isMember: true, isWorkshopClosed: false, isMuted: false }
  const allowed = ROLES.filter((role) => refuseSubmission({ role, ...own }) === null)
  expect(allowed).toEqual(['owner', 'moderator', 'scribe'])
  expect(refuseSubmission({ role: 'scribe', isMember: false, isWorkshopClosed: false, isMuted: false })).toBe(
    'group.foreign',
  )
  expect(refuseSubmission({ role: 'moderator', isMember: false, isWorkshopClosed: true, isMuted: false })).toBeNull()
  expect(refuseSubmission({ role: 'scribe', isMember: true, isWorkshopClosed: true, isMuted: false })).toBe(
    'workshop.closed',
  )
  expect(refuseSubmission({ role: 'scribe', isMember: true, isWorkshopClosed: false, isMuted: true })).toBe(
    'seat.muted',
  )
})
