import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aWorkshop } from '../testing/aWorkshop.ts'
import { must } from '../testing/aBoard.ts'
import { coverageOf } from './coverage.ts'
import { projectPlenary } from './projectPlenary.ts'

const sizes = fc.record({
  seed: fc.integer({ min: 0, max: 100_000 }),
  groups: fc.integer({ min: 1, max: 8 }),
  items: fc.integer({ min: 0, max: 200 }),
})

describe('[P12] what the merged view covers', () => {
  test('every barrier counts once, and is answered exactly if it or a folded one is linked', () => {
    let answered = 0
    fc.assert(
      fc.property(sizes, (size) => {
        const view = projectPlenary(aWorkshop(size))
        const { barriers } = coverageOf(view)
        const heads = view.entries.filter(({ fieldId, foldedInto }) => fieldId === 'barriers' && foldedInto === null)
        expect(barriers.map(({ entry }) => entry.key)).toEqual(heads.map(({ key }) => key))
        for (const { entry, recommendationKeys, groupIds } of barriers) {
          const members = view.entries.filter(({ key, foldedInto }) => key === entry.key || foldedInto === entry.key)
          const linked = view.recommendations.filter(({ groupId, recommendation }) =>
            members.some(({ origin }) => origin.groupId === groupId && recommendation.itemIds.includes(origin.itemId)),
          )
          expect(recommendationKeys.toSorted()).toEqual(linked.map(({ key }) => key).toSorted())
          expect(groupIds[0]).toBe(entry.origin.groupId)
          answered += linked.length
        }
      }),
      { numRuns: 60 },
    )
    expect(answered).toBeGreaterThan(0)
  })

  test('field counts add up to the entries of those fields; a group without such a canvas has none', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const view = projectPlenary(aWorkshop(size))
        for (const { templateId, field, counts } of coverageOf(view).fields) {
          const entries = view.entries.filter((entry) => entry.templateId === templateId && entry.fieldId === field.id)
          expect(counts.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(entries.length)
          for (const { groupId, count } of counts) {
            const hasCanvas = view.canvases.some((one) => one.groupId === groupId && one.templateId === templateId)
            expect(count === null).toBe(!hasCanvas)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('names recommendations without a lead and target groups nobody speaks for', () => {
    const view = projectPlenary(aWorkshop({ seed: 4, groups: 6, items: 60 }))
    const { withoutLead, targetGroups } = coverageOf(view)
    expect(withoutLead.length).toBeGreaterThan(0)
    expect(withoutLead.length).toBeLessThan(view.recommendations.length)
    for (const { recommendation } of withoutLead) expect(recommendation.lead).toBe('')
    const silenced = { ...view, entries: view.entries.filter(({ fieldId }) => fieldId !== 'multipliers') }
    expect(coverageOf(silenced).targetGroups.map(({ multipliers }) => multipliers)).toEqual(targetGroups.map(() => 0))
    const [first] = targetGroups
    const key = must(first).targetGroup.key
    const own = view.entries.filter((entry) => entry.targetGroupKey === key && entry.fieldId === 'multipliers')
    expect(must(first).multipliers).toBe(own.filter(({ foldedInto }) => foldedInto === null).length)
  })
})
