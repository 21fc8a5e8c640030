import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../canvas/templates.ts'
import { aWorkshop, shuffled } from '../testing/aWorkshop.ts'
import { seededRandom, type SeededRandom } from '../testing/seededRandom.ts'
import { arrangeByField } from './arrangeByField.ts'
import { MERGE_RULES } from '../canvas/CanvasTemplate.ts'
import { applyPlenaryPatch, diffPlenary } from './PlenaryPatch.ts'
import type { PlenaryInput } from './PlenaryView.ts'
import { projectPlenary } from './projectPlenary.ts'
import { comparableWords } from './seenWords.ts'

const workshops = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  groups: fc.integer({ min: 1, max: 12 }),
  items: fc.integer({ min: 0, max: 200 }),
})

/** Keys of the items that have to appear, found without the projection. */
function expectedKeys(input: PlenaryInput): string[] {
  return input.boards.flatMap(({ groupId, board }) => {
    const binned = new Set(board.canvases.filter((canvas) => canvas.state === 'deleted').map((canvas) => canvas.id))
    return board.items
      .filter((item) => item.state === 'active' && !(item.canvasId && binned.has(item.canvasId)))
      .map((item) => `${groupId}/${item.id}`)
  })
}

/** The same workshop after somebody has written, decided, or been given another letter. */
function changed(input: PlenaryInput, random: SeededRandom): PlenaryInput {
  const index = random.below(input.boards.length)
  const boards = input.boards.map((entry, at) => {
    if (at !== index) return entry
    const items = entry.board.items.map((item) => (random.below(3) === 0 ? { ...item, plainText: 'Anders' } : item))
    return { ...entry, board: { ...entry.board, items } }
  })
  const groups = input.run.groups.map((group, at) => (at === index ? { ...group, letter: `${group.letter}X` } : group))
  switch (random.below(3)) {
    case 0:
      return { ...input, boards }
    case 1:
      return { ...input, run: { ...input.run, groups } }
    default:
      return { ...input, decisions: input.decisions ? null : aWorkshop({ seed: 1, groups: 3, items: 40 }).decisions }
  }
}

describe('the merged view, over generated workshops', () => {
  test('[P1] every active item appears exactly once, with its origin', () => {
    fc.assert(
      fc.property(workshops, (size) => {
        const input = aWorkshop(size)
        const view = projectPlenary(input)
        expect(view.entries.map((entry) => entry.key).toSorted()).toEqual(expectedKeys(input).toSorted())
        for (const { origin, text, foldedInto, clusterKey } of view.entries) {
          // Who lies under an entry stands in the same field, and that entry lies under none.
          if (clusterKey !== null) {
            const head = view.entries.find(({ key }) => key === clusterKey)
            expect(head).toMatchObject({ clusterKey: null, origin: { canvasId: origin.canvasId } })
          }
          const board = input.boards.find(({ groupId }) => groupId === origin.groupId)?.board
          const item = board?.items.find(({ id }) => id === origin.itemId)
          expect(item?.canvasId).toBe(origin.canvasId)
          const isReworded = input.decisions?.wording[`${origin.groupId}/${origin.itemId}`] !== undefined
          if (!isReworded) expect(text).toEqual(item?.text)
          if (foldedInto !== null) {
            expect(view.entries.find(({ key }) => key === foldedInto)?.foldedInto).toBeNull()
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('[P2] what is taken from the view before changes nothing, whatever has changed since', () => {
    fc.assert(
      fc.property(workshops, (size) => {
        const random = seededRandom(size.seed)
        let input = aWorkshop(size)
        for (let change = 0; change < 4; change += 1) {
          projectPlenary(input)
          input = changed(input, random)
          expect(projectPlenary(input)).toEqual(projectPlenary(structuredClone(input)))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('[P2] entries of a board that has not changed are the same objects as in the view before', () => {
    const input = aWorkshop({ seed: 7, groups: 4, items: 120 })
    const decisions = null
    const [first, ...others] = input.boards
    const items = first!.board.items.map((item) => ({ ...item, plainText: `${item.plainText}!` }))
    const later = { ...input, decisions, boards: [{ ...first!, board: { ...first!.board, items } }, ...others] }
    const before = new Set(projectPlenary({ ...input, decisions }).entries)
    const kept = projectPlenary(later).entries.filter(({ origin }) => origin.groupId !== first!.groupId)
    const single = kept.filter(({ foldedInto }) => foldedInto === null)
    expect(single.length).toBeGreaterThan(10)
    expect(single.every((entry) => before.has(entry))).toBe(true)
  })

  test('[P2] the order of groups and of arrival does not matter; the same input gives the same bytes', () => {
    fc.assert(
      fc.property(workshops, (size) => {
        const input = aWorkshop(size)
        const bytes = JSON.stringify(projectPlenary(input))
        expect(JSON.stringify(projectPlenary(structuredClone(input)))).toBe(bytes)
        const random = seededRandom(size.seed + 1)
        const boards = shuffled(input.boards, random).map(({ groupId, board }) => ({
          groupId,
          board: { ...board, items: shuffled(board.items, random), canvases: shuffled(board.canvases, random) },
        }))
        const run = {
          groups: shuffled(input.run.groups, random),
          targetGroups: shuffled(input.run.targetGroups, random),
          talks: shuffled(input.run.talks, random),
        }
        const standings = shuffled(input.standings ?? [], random)
        expect(JSON.stringify(projectPlenary({ ...input, boards, run, standings }))).toBe(bytes)
      }),
      { numRuns: 100 },
    )
  })

  test('[P3] arranged by field, every entry stands in exactly one place', () => {
    fc.assert(
      fc.property(workshops, (size) => {
        const view = projectPlenary(aWorkshop(size))
        const placed = arrangeByField(view).flatMap(({ sections }) =>
          sections.flatMap(({ entries, folded }) => [...entries, ...Object.values(folded).flat()]),
        )
        expect(placed.map(({ key }) => key).toSorted()).toEqual(view.entries.map(({ key }) => key).toSorted())
      }),
      { numRuns: 100 },
    )
  })

  test('[P4] a patch leads from any view to any other', () => {
    fc.assert(
      fc.property(workshops, workshops, (one, two) => {
        const before = projectPlenary(aWorkshop(one))
        const after = projectPlenary(aWorkshop({ ...two, seed: one.seed }))
        const patch = diffPlenary(before, after)
        const wired = patch && (JSON.parse(JSON.stringify(patch)) as typeof patch)
        expect(JSON.stringify(applyPlenaryPatch(before, wired))).toBe(JSON.stringify(after))
        expect(diffPlenary(after, applyPlenaryPatch(before, wired))).toBeNull()
      }),
      { numRuns: 100 },
    )
  })

  test('[P9] exactly what was decided about and reads otherwise now is marked as changed', () => {
    fc.assert(
      fc.property(workshops, (size) => {
        const input = aWorkshop(size)
        for (const { key, plainText, original, changedSince } of projectPlenary(input).entries) {
          const seen = input.decisions?.seen?.[key]
          const isChanged = seen !== undefined && seen !== comparableWords(original ?? plainText)
          expect(changedSince).toBe(isChanged ? seen : null)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('[P11] codes, status and priority come from the server, and from nowhere else', () => {
    fc.assert(
      fc.property(workshops, (size) => {
        const input = aWorkshop(size)
        const known = new Map((input.standings ?? []).map((standing) => [standing.key, standing]))
        for (const { key, code, status, priority } of projectPlenary(input).recommendations) {
          const draft = { code: null, status: 'draft', priority: null }
          expect({ key, code, status, priority }).toEqual(known.get(key) ?? { key, ...draft })
        }
        const { standings: _, ...without } = input
        for (const { code } of projectPlenary(without).recommendations) expect(code).toBeNull()
      }),
      { numRuns: 50 },
    )
  })

  test('the generated workshops use every merge rule, moved, parked and deleted items, and folds', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 12; seed++) {
      const input = aWorkshop({ seed, groups: 6, items: 200 })
      for (const entry of projectPlenary(input).entries) {
        const field = TEMPLATES[entry.templateId ?? '']?.fields.find(({ id }) => id === entry.fieldId)
        if (field) seen.add(field.merge)
        if (entry.foldedInto) seen.add('folded')
        if (entry.order.startsWith('0')) seen.add('ordered')
        if (!entry.origin.canvasId) seen.add('free')
        if (entry.changedSince !== null) seen.add('changed')
        if (entry.original !== null) seen.add('reworded')
      }
      for (const { board } of input.boards) for (const item of board.items) seen.add(item.state)
    }
    const itemRules = MERGE_RULES.filter((rule) => rule !== 'majority' && rule !== 'side-by-side')
    for (const what of [
      ...itemRules,
      'folded',
      'ordered',
      'free',
      'changed',
      'reworded',
      'active',
      'parked',
      'deleted',
    ]) {
      expect(seen).toContain(what)
    }
  })
})
