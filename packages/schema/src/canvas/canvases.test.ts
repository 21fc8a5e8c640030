import { describe, expect, test } from 'vitest'
import { applyInverse } from '../applyInverse.ts'
import { readBoard, type Board } from '../Board.ts'
import { plainTextOf, richTextOf } from '../RichText.ts'
import { aBoard, aCanvas, must } from '../testing/aBoard.ts'
import { expectConverged } from '../testing/expectSound.ts'
import { peersOf, syncAll } from '../testing/twoPeers.ts'
import { binCanvas, moveCanvas, restoreCanvas } from './addCanvas.ts'
import type { Canvas } from './Canvas.ts'
import { editCanvasSummary, editCanvasTitle, setCanvasKind } from './editCanvas.ts'
import { addService, editService, removeService } from './services.ts'

const first = (board: Board): Canvas => must(readBoard(board).canvases[0])

describe('a canvas', () => {
  test('[B5] is titled, described and typed by several people at once', () => {
    const { ydoc, canvasId } = aBoard()
    const peers = peersOf(ydoc, [1, 2])
    editCanvasTitle(must(peers[0]).board, canvasId, 'Junge Gründerinnen und Gründer')
    editCanvasTitle(must(peers[1]).board, canvasId, 'Gründerinnen und Gründer im Handwerk')
    editCanvasSummary(must(peers[0]).board, canvasId, richTextOf('Erstes Gewerbe'))
    setCanvasKind(must(peers[1]).board, canvasId, 'users')
    syncAll(peers)
    expectConverged(peers)
    const canvas = first(must(peers[0]).board)
    expect(canvas.title).toBe('Junge Gründerinnen und Gründer im Handwerk')
    expect(canvas.kind).toBe('users')
    expect(plainTextOf(canvas.summary)).toBe('Erstes Gewerbe')
  })

  test('[B6] has services in order, which are changed and removed', () => {
    const { board, canvasId } = aBoard()
    const a = must(addService(board, canvasId, { text: 'Gewerbe anmelden', url: 'https://example.org' })).result
    addService(board, canvasId, { text: 'Steuernummer', url: 'javascript:x' })
    editService(board, canvasId, a, { text: 'Gewerbe ummelden' })
    expect(first(board).services.map(({ text, url }) => [text, url])).toEqual([
      ['Gewerbe ummelden', 'https://example.org'],
      ['Steuernummer', null],
    ])
    const removed = must(removeService(board, canvasId, a))
    expect(first(board).services).toHaveLength(1)
    expect(editService(board, canvasId, a, { text: 'weg' })).toBeNull()
    applyInverse(board, removed.inverse)
    expect(first(board).services.map(({ text }) => text)).toEqual(['Gewerbe ummelden', 'Steuernummer'])
  })

  test('[B7] moves among the tabs and goes to the bin and back', () => {
    const { board, canvasId } = aBoard()
    const other = aCanvas(board, 'Kommunen')
    moveCanvas(board, other, { before: canvasId })
    expect(first(board).id).toBe(other)
    binCanvas(board, other)
    expect(first(board).state).toBe('deleted')
    restoreCanvas(board, other)
    expect(first(board).state).toBe('active')
  })
})
