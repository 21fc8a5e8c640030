import { describe, expect, test } from 'vitest'
import { applyInverse } from '../applyInverse.ts'
import { readBoard, type Board } from '../Board.ts'
import { setCanvasTargetGroup } from '../canvas/editCanvas.ts'
import { newId, type ItemId, type RecommendationId, type TargetGroupId } from '../ids.ts'
import { binItem } from '../item/binItem.ts'
import { LIMITS } from '../limits.ts'
import { plainTextOf, richTextOf } from '../RichText.ts'
import { aBoard, anItem, must } from '../testing/aBoard.ts'
import { expectConverged } from '../testing/expectSound.ts'
import { peersOf, syncAll } from '../testing/twoPeers.ts'
import { addRecommendation } from './addRecommendation.ts'
import { binRecommendation, restoreRecommendation } from './binRecommendation.ts'
import { deriveRecommendation } from './deriveRecommendation.ts'
import { editRecommendationRichText, editRecommendationText, setRecommendation } from './editRecommendation.ts'
import { linkItem, unlinkItem } from './linkItems.ts'
import { moveRecommendation } from './moveRecommendation.ts'
import type { Recommendation } from './Recommendation.ts'

const listOf = (board: Board): readonly Recommendation[] => readBoard(board).recommendations
const find = (board: Board, id: RecommendationId): Recommendation => must(listOf(board).find((one) => one.id === id))
const add = (board: Board, title: string): RecommendationId => must(addRecommendation(board, { title })).result

describe('recommendations', () => {
  test('[R1] keep everything that they were added with', () => {
    const { board, canvasId } = aBoard()
    const itemId = anItem(board, canvasId, 'Hürde')
    const id = must(
      addRecommendation(board, {
        title: 'Lotsen in Bürgerbüros einsetzen',
        description: richTextOf('Geschulte Personen helfen.'),
        rationale: richTextOf('Viele geben allein auf.'),
        itemIds: [itemId],
        addressees: ['kommune', 'land'],
        type: 'training',
        lead: 'Kommune X',
        firstStep: 'Pilot festlegen',
        until: '2022-06-01',
        horizon: 'short',
        effort: 2,
        impact: 5,
        examples: ['https://example.org', 'javascript:x'],
      }),
    ).result
    expect(find(board, id)).toMatchObject({
      title: 'Lotsen in Bürgerbüros einsetzen',
      itemIds: [itemId],
      addressees: ['land', 'kommune'],
      type: 'training',
      lead: 'Kommune X',
      partners: '',
      until: '2022-06-01',
      effort: 2,
      impact: 5,
      examples: ['https://example.org'],
      state: 'active',
    })
    expect(readBoard(board).skipped).toBe(0)
  })

  test('[R2] short texts that two people type in at once merge', () => {
    const { ydoc, board } = aBoard()
    const id = add(board, 'Flyer verteilen')
    const peers = peersOf(ydoc, [1, 2])
    editRecommendationText(must(peers[0]).board, id, 'title', 'Flyer in Praxen verteilen')
    editRecommendationText(must(peers[1]).board, id, 'title', 'Flyer verteilen lassen')
    editRecommendationRichText(must(peers[1]).board, id, 'rationale', richTextOf('weil'))
    syncAll(peers)
    expectConverged(peers)
    expect(find(must(peers[0]).board, id).title).toBe('Flyer in Praxen verteilen lassen')
    expect(plainTextOf(find(must(peers[0]).board, id).rationale)).toBe('weil')
  })

  test('[R3] addressees that two people add at once both stay; scalars are the later one', () => {
    const { ydoc, board } = aBoard()
    const id = add(board, 'a')
    const peers = peersOf(ydoc, [1, 2])
    setRecommendation(must(peers[0]).board, id, { addressees: ['bund'], effort: 1 })
    setRecommendation(must(peers[1]).board, id, { addressees: ['kommune'], effort: 4 })
    syncAll(peers)
    expectConverged(peers)
    expect(find(must(peers[0]).board, id)).toMatchObject({ addressees: ['bund', 'kommune'], effort: 4 })
  })

  test('[R4] the list has an order of its own', () => {
    const { board } = aBoard()
    const [a, b, c] = ['a', 'b', 'c'].map((title) => add(board, title)) as [
      RecommendationId,
      RecommendationId,
      RecommendationId,
    ]
    const applied = must(moveRecommendation(board, c, { after: a }))
    moveRecommendation(board, b, { after: null })
    expect(listOf(board).map(({ title }) => title)).toEqual(['b', 'a', 'c'])
    applyInverse(board, applied.inverse)
    expect(listOf(board).map(({ title }) => title)).toEqual(['b', 'a', 'c'])
  })

  test('[R5] linking shows on both sides, without writing the item', () => {
    const { board, canvasId, ydoc } = aBoard()
    const itemId = anItem(board, canvasId, 'Hürde')
    const id = add(board, 'Antwort')
    readBoard(board)
    const roots = new Set<string>()
    ydoc.getMap('items').observeDeep(() => roots.add('items'))
    linkItem(board, id, itemId)
    expect(readBoard(board).items[0]?.recommendationIds).toEqual([id])
    binRecommendation(board, id)
    expect(readBoard(board).items[0]?.recommendationIds).toEqual([])
    restoreRecommendation(board, id)
    expect(readBoard(board).items[0]?.recommendationIds).toEqual([id])
    unlinkItem(board, id, itemId)
    expect(readBoard(board).items[0]?.recommendationIds).toEqual([])
    expect(roots).toEqual(new Set())
    expect(linkItem(board, id, newId<ItemId>())).toBeNull()
  })

  test('[R6] one derived from an item is linked to it and knows the target group', () => {
    const { board, canvasId } = aBoard()
    const targetGroupId = newId<TargetGroupId>()
    setCanvasTargetGroup(board, canvasId, targetGroupId)
    const itemId = anItem(board, canvasId, 'Niemand kennt den Dienst')
    const applied = must(deriveRecommendation(board, itemId, 'Bekannt machen'))
    const derived = find(board, applied.result)
    expect(derived).toMatchObject({ title: 'Bekannt machen', itemIds: [itemId], targetGroupIds: [targetGroupId] })
    expect(plainTextOf(derived.rationale)).toBe('Niemand kennt den Dienst')
    applyInverse(board, applied.inverse)
    expect(find(board, applied.result).state).toBe('deleted')
    binItem(board, itemId)
    expect(deriveRecommendation(board, itemId)).toBeNull()
  })

  test('[R7] too long a title is refused with its code', () => {
    const { board } = aBoard()
    const long = 'x'.repeat(LIMITS.titleCharacters + 1)
    expect(() => add(board, long)).toThrow(expect.objectContaining({ code: 'text.tooLong' }))
    const id = add(board, 'kurz')
    expect(() => editRecommendationText(board, id, 'title', long)).toThrow(
      expect.objectContaining({ code: 'text.tooLong' }),
    )
    expect(find(board, id).title).toBe('kurz')
  })
})
