import { describe, expect, it } from 'vitest'
import { demoWorkshop } from '../demoWorkshop.ts'
import { splitContent } from './splitContent.ts'

describe('splitting a board in the middle of the work', () => {
  const contents = demoWorkshop('de').groups.map((group) => group.content)
  const idsOf = (items: readonly { readonly id?: string }[] = []) => items.map((item) => item.id)

  it('loses no item and no recommendation', () => {
    for (const content of contents) {
      const { present, laterItems, laterRecommendations } = splitContent(content, 0.6)
      const items = [...idsOf(present.canvases[0]?.items), ...idsOf(laterItems)]
      expect(new Set(items)).toEqual(new Set(idsOf(content.canvases[0]?.items)))
      expect(new Set(items).size).toBe(items.length)
      expect([...idsOf(present.recommendations), ...idsOf(laterRecommendations)]).toEqual(
        idsOf(content.recommendations),
      )
    }
  })

  it('leaves something in every field and about the wanted share in all', () => {
    for (const content of contents) {
      const { present, laterItems } = splitContent(content, 0.6)
      const early = present.canvases[0]?.items ?? []
      for (const item of laterItems) expect(early.map((other) => other.fieldId)).toContain(item.fieldId)
      const share = early.length / (early.length + laterItems.length)
      expect(share).toBeGreaterThan(0.5)
      expect(share).toBeLessThan(0.7)
    }
  })

  it('keeps only links and arrows whose ends are there', () => {
    for (const content of contents) {
      const { present } = splitContent(content, 0.4)
      const ids = new Set([...idsOf(present.canvases[0]?.items), ...idsOf(present.freeItems)])
      for (const { itemIds } of present.recommendations ?? []) for (const id of itemIds ?? []) expect(ids).toContain(id)
      for (const element of present.sketch ?? []) {
        if (element.type === 'stroke') continue
        for (const end of [element.from, element.to]) if ('itemId' in end) expect(ids).toContain(end.itemId)
      }
    }
  })
})
