import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '../api/callApi.ts'
import { MemoryStorage } from '../api/MemoryStorage.ts'
import { Tray, type TrayEntry, type TrayServer } from './Tray.ts'

const text = (value: string, itemId: string | null = null) => ({
  itemId,
  fieldId: 'goals',
  canvasId: null,
  text: value,
})

/** A tray on a server that can be out of reach. */
class FakeTrayServer implements TrayServer {
  readonly entries = new Map<string, TrayEntry>()
  readonly finished: string[] = []
  isReachable = true

  async put(entry: TrayEntry): Promise<void> {
    this.#reach()
    this.entries.set(entry.id, { ...entry, isOnServer: true })
  }

  async finish(entryId: string, state: 'taken' | 'discarded'): Promise<void> {
    this.#reach()
    this.entries.delete(entryId)
    this.finished.push(state)
  }

  async list(): Promise<readonly TrayEntry[]> {
    this.#reach()
    return [...this.entries.values()]
  }

  #reach(): void {
    if (!this.isReachable) throw new ApiError('network', 'out of reach')
  }
}

let server: FakeTrayServer
let trays: Tray[]

function open(seatId = 'seat'): Tray {
  const tray = new Tray(seatId, server)
  trays.push(tray)
  return tray
}

const textsOf = (tray: Tray) => tray.entries.get().map((entry) => entry.text)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', new MemoryStorage())
  server = new FakeTrayServer()
  trays = []
})

afterEach(() => {
  for (const tray of trays) tray.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('Tray', () => {
  test('a text survives a reload without a connection and reaches the server when there is one', async () => {
    server.isReachable = false
    open().add('g', 'board.frozen', [text('nicht verlieren')])
    trays[0]?.close()
    const tray = open()
    expect(textsOf(tray)).toEqual(['nicht verlieren'])
    server.isReachable = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect([...server.entries.values()].map((entry) => entry.text)).toEqual(['nicht verlieren'])
    expect(tray.entries.get()[0]?.isOnServer).toBe(true)
  })

  test('empty texts are not kept, and the same text of the same note only once', () => {
    const tray = open()
    tray.add('g', 'board.frozen', [text('  '), text('eins', 'i1')])
    tray.add('g', 'board.frozen', [text('eins', 'i1'), text('eins', 'i2')])
    expect(textsOf(tray)).toEqual(['eins', 'eins'])
  })

  test('a text that was put back or discarded is gone here and on the server', async () => {
    const tray = open()
    const [one, two] = tray.add('g', 'step.closed', [text('eins'), text('zwei')])
    await vi.advanceTimersByTimeAsync(0)
    tray.markTaken(one?.id ?? '')
    tray.discard(two?.id ?? '')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(textsOf(tray)).toEqual([])
    expect(server.finished).toEqual(['taken', 'discarded'])
    expect(server.entries.size).toBe(0)
  })

  test('a text that a moderator has taken over leaves the tray', async () => {
    const tray = open()
    tray.add('g', 'step.closed', [text('eins')])
    await vi.advanceTimersByTimeAsync(0)
    server.entries.clear()
    await tray.exchange()
    expect(textsOf(tray)).toEqual([])
  })

  test('another device of the seat sees the tray', async () => {
    open().add('g', 'step.closed', [text('eins')])
    await vi.advanceTimersByTimeAsync(0)
    vi.stubGlobal('localStorage', new MemoryStorage())
    const other = open()
    await vi.advanceTimersByTimeAsync(0)
    expect(textsOf(other)).toEqual(['eins'])
  })

  test('with a full storage a text stays in sight and reaches the server', async () => {
    const tray = open()
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    tray.add('g', 'board.frozen', [text('trotzdem da')])
    await vi.advanceTimersByTimeAsync(0)
    expect(textsOf(tray)).toEqual(['trotzdem da'])
    expect([...server.entries.values()].map((entry) => entry.text)).toEqual(['trotzdem da'])
  })

  test('what was put back or discarded without a connection does not come back after a reload', async () => {
    const [one, two] = open().add('g', 'step.closed', [text('eins'), text('zwei')])
    await vi.advanceTimersByTimeAsync(0)
    server.isReachable = false
    trays[0]?.markTaken(one?.id ?? '')
    trays[0]?.discard(two?.id ?? '')
    await vi.advanceTimersByTimeAsync(0)
    trays[0]?.close()
    const [tray, otherTab] = [open(), open()]
    server.isReachable = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect([...textsOf(tray), ...textsOf(otherTab)]).toEqual([])
    expect(server.entries.size).toBe(0)
    expect(new Set(server.finished)).toEqual(new Set(['taken', 'discarded']))
  })

  test('what was put back while the server could store nothing does not come back, and is told again', async () => {
    const tray = open()
    const [entry] = tray.add('g', 'step.closed', [text('eins')])
    await vi.advanceTimersByTimeAsync(0)
    const finish = vi.spyOn(server, 'finish').mockRejectedValue(new ApiError('storage.unavailable', 'the disk is full'))
    tray.markTaken(entry?.id ?? '')
    await vi.advanceTimersByTimeAsync(6_000)
    await tray.exchange()
    expect(textsOf(tray)).toEqual([])
    finish.mockRestore()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(server.finished).toEqual(['taken'])
  })

  test('another tab of the seat does not bring back what was decided here and is not on the server yet', async () => {
    const [here, otherTab] = [open(), open()]
    const [entry] = here.add('g', 'step.closed', [text('eins')])
    await vi.advanceTimersByTimeAsync(0)
    vi.spyOn(server, 'finish').mockRejectedValue(new ApiError('network', 'out of reach'))
    here.discard(entry?.id ?? '')
    otherTab.add('g', 'step.closed', [text('zwei')])
    await vi.advanceTimersByTimeAsync(20_000)
    expect([...textsOf(here), ...textsOf(otherTab)]).not.toContain('eins')
  })

  test('with a full storage a decision still counts', async () => {
    const tray = open()
    const [entry] = tray.add('g', 'step.closed', [text('eins')])
    await vi.advanceTimersByTimeAsync(0)
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    tray.discard(entry?.id ?? '')
    await vi.advanceTimersByTimeAsync(0)
    expect(textsOf(tray)).toEqual([])
    expect(server.finished).toEqual(['discarded'])
  })

  test('seats do not see each other’s trays on a shared device', () => {
    server.isReachable = false
    open('one').add('g', 'step.closed', [text('eins')])
    expect(textsOf(open('two'))).toEqual([])
  })
})
