import { parseDocumentName, type DocumentName, type Role } from '@tafelrunde/protocol'
import { newId, type CanvasId, type GroupId, type RunState, type SeatId, type Step } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { TestWorkshop } from '../../test/sync/inProcess.ts'
import type { Seat } from '../seams.ts'
import { seatPermissions, type SeatPermissions } from './seatPermissions.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

const workshop = new TestWorkshop()
const { groupA, groupB, common } = workshop

function seat(role: Role, groupId: GroupId | null): Seat {
  return { id: newId<SeatId>(), workshopId: workshop.id, role, groupId, name: '', organisation: '', ...ORDINARY_SEAT }
}

function ask(
  who: Seat,
  name: DocumentName,
  change: (workshop: TestWorkshop) => void = () => undefined,
): SeatPermissions {
  workshop.steer({ current: null, steps: [], frozen: { all: false, groupIds: [] }, groupRuns: {} })
  change(workshop)
  const run = workshop.current(workshop.id) as RunState
  return seatPermissions({ seat: who, document: parseDocumentName(name)!, run })
}

const step = (rules: Partial<Step>) => (on: TestWorkshop) => on.startStep(rules)
const anna = seat('participant', groupA)

describe('a board', () => {
  it('is open to its members, to moderators, and for everybody if it is the common one', () => {
    expect(ask(anna, `group/${groupA}`).read).toBeNull()
    expect(ask(anna, `group/${common}`).read).toBeNull()
    expect(ask(anna, `group/${groupB}`).read).toBe('document.notOpen')
    expect(ask(seat('moderator', null), `group/${groupB}`).read).toBeNull()
    expect(ask(anna, `group/${groupB}`, step({ visibility: 'all' })).read).toBeNull()
  })

  it('is open to observers and screens as far as their link goes, and to nobody of another workshop', () => {
    expect(ask(seat('observer', null), `group/${groupB}`).read).toBeNull()
    expect(ask(seat('screen', groupA), `group/${groupB}`).read).toBe('document.notOpen')
    expect(ask({ ...seat('owner', null), workshopId: newId() }, `group/${groupA}`).read).toBe('document.notOpen')
    expect(ask(anna, `group/${newId<GroupId>()}`).read).toBe('document.notOpen')
  })

  it('takes in a step only what the step opens, there where it opens it', () => {
    const onlyItemsInGroups = step({ writableRoots: ['items'], where: 'groups' })
    expect(ask(anna, `group/${groupA}`, onlyItemsInGroups).refuseRoot('items')).toBeNull()
    expect(ask(anna, `group/${groupA}`, onlyItemsInGroups).refuseRoot('sketch')).toBe('step.closed')
    expect(ask(anna, `group/${common}`, onlyItemsInGroups).write).toBe('step.closed')
    const onlyCommon = step({ writableRoots: ['items'], where: 'common' })
    expect(ask(anna, `group/${common}`, onlyCommon).refuseRoot('items')).toBeNull()
    expect(ask(anna, `group/${groupA}`, onlyCommon).refuseRoot('items')).toBe('step.closed')
    expect(ask(seat('moderator', null), `group/${groupA}`, onlyCommon).refuseRoot('sketch')).toBeNull()
  })

  it('takes nothing from a muted seat, which reads on, and shows nothing to one that waits', () => {
    const muted = { ...anna, isMuted: true }
    expect(ask(muted, `group/${groupA}`)).toMatchObject({ read: null, write: 'seat.muted' })
    expect(ask(muted, `group/${common}`).refuseRoot('items')).toBe('seat.muted')
    for (const name of [`group/${groupA}`, `workshop/${workshop.id}`, `plenary/${workshop.id}`] as const)
      expect(ask({ ...seat('moderator', null), isWaiting: true }, name).read).toBe('seat.waiting')
  })

  it('takes nothing while it is frozen or locked, from moderators neither', () => {
    const freezeA = (on: TestWorkshop): void => on.steer({ frozen: { all: false, groupIds: [groupA] } })
    expect(ask(anna, `group/${groupA}`, freezeA).write).toBe('board.frozen')
    expect(ask(anna, `group/${common}`, freezeA).write).toBeNull()
    expect(ask(seat('owner', null), `group/${groupA}`, (on) => on.freeze(true)).write).toBe('board.frozen')
    workshop.editGroup(groupA, { isLocked: true, lockedCanvasIds: ['c' as CanvasId] })
    expect(ask(seat('owner', null), `group/${groupA}`).write).toBe('board.locked')
    workshop.editGroup(groupA, { isLocked: false, lockedCanvasIds: [] })
  })

  it("has no other roots, and one that is the server's", () => {
    expect(ask(anna, `group/${groupA}`).refuseRoot('toString')).toBe('update.unknownRoot')
    expect(ask(anna, `group/${groupA}`).refuseRoot('meta')).toBe('document.serverOnly')
  })
})

describe('the other documents', () => {
  it('let everybody read the run state and nobody write it', () => {
    for (const role of ['owner', 'participant', 'observer'] as const) {
      const permissions = ask(seat(role, null), `workshop/${workshop.id}`)
      expect(permissions.read).toBeNull()
      expect(permissions.write).toBe('document.serverOnly')
      expect(permissions.refuseRoot('run')).toBe('document.serverOnly')
    }
  })

  it('let moderators decide in the plenary, and the others read it while a step opens it', () => {
    const name = `plenary/${workshop.id}` as const
    expect(ask(seat('moderator', null), name).refuseRoot('folds')).toBeNull()
    expect(ask(seat('moderator', null), name).refuseRoot('items')).toBe('update.unknownRoot')
    expect(ask(anna, name).read).toBe('plenary.closed')
    const open = ask(anna, name, step({ isPlenaryOpen: true }))
    expect(open.read).toBeNull()
    expect(open.refuseRoot('folds')).toBe('seat.notAllowed')
    expect(ask(seat('screen', null), name, step({ isPlenaryOpen: true })).read).toBeNull()
  })

  it('[HW1] open a private document to its own seat alone, for notes and nothing else', () => {
    const own = ask(anna, `private/${anna.id}`)
    expect([own.read, own.write, own.refuseRoot('items')]).toEqual([null, null, null])
    for (const root of ['canvases', 'recommendations', 'sketch', 'comments', 'meta', 'run', 'toString']) {
      expect(own.refuseRoot(root), root).toBe('update.unknownRoot')
    }
    for (const role of ['owner', 'moderator', 'scribe', 'participant', 'observer', 'screen', 'public'] as const) {
      expect(ask(seat(role, groupA), `private/${anna.id}`).read, role).toBe('document.notOpen')
    }
    const watching = seat('observer', null)
    expect(ask(watching, `private/${watching.id}`).read).toBe('document.notOpen')
    expect(ask({ ...anna, workshopId: newId() }, `private/${anna.id}`).read).toBe('document.notOpen')
  })

  it('[HW2] take hidden notes in every step and while boards are frozen, until the workshop is closed', () => {
    const own = (change: (on: TestWorkshop) => void) => ask(anna, `private/${anna.id}`, change)
    expect(own(step({ writableRoots: [] })).write).toBeNull()
    expect(own((on) => on.freeze(true)).write).toBeNull()
    const closed = own((on) => on.steer({ closedAt: 5 }))
    expect([closed.read, closed.write]).toEqual(['workshop.closed', 'document.serverOnly'])
    workshop.steer({ closedAt: null })
  })
})
