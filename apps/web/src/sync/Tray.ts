import { ERRORS, type ErrorCode, type PutTrayRequest } from '@tafelrunde/protocol'
import { newId } from '@tafelrunde/schema/plain'
import { ApiError, callApi } from '../api/callApi.ts'
import { anything, list, number, record, text, textOrNull } from '../api/shape.ts'
import type { RefusedText } from './refusedTexts.ts'
import { createSource, type Source } from './Source.ts'
import { TrayDecisions } from './TrayDecisions.ts'

/** A text that a board has not taken, kept until its author puts it back or discards it. */
export interface TrayEntry extends RefusedText {
  readonly id: string
  readonly groupId: string
  readonly reason: ErrorCode | 'item.gone'
  /** Epoch milliseconds. */
  readonly at: number
  /** The server has it too: a moderator can take it over, and another device shows it. */
  readonly isOnServer: boolean
}

/** Where a tray is kept beside this device; a parameter, so that tests need no network. */
export interface TrayServer {
  put(entry: TrayEntry): Promise<void>
  finish(entryId: string, state: 'taken' | 'discarded'): Promise<void>
  list(): Promise<readonly TrayEntry[]>
}

const RETRY_MS = 5_000
/** What the server takes of one entry; the device keeps the whole text. */
const MAX_SENT_CHARACTERS = 100_000

/**
 * The tray of one seat.
 *
 * 1. A text is in this device's storage before anything else happens to it.
 * 2. It goes to the server as soon as that answers, in order, until it has it.
 * 3. It leaves the tray only by its author's (or a moderator's) decision, and does not come back after it.
 */
export class Tray {
  readonly entries: Source<readonly TrayEntry[]>
  private readonly shown
  private readonly key: string
  private readonly server: TrayServer
  private readonly decisions: TrayDecisions
  private timer: ReturnType<typeof setTimeout> | null = null
  private isBusy = false
  private isWanted = false
  private isClosed = false

  constructor(seatId: string, server: TrayServer) {
    this.key = `tafelrunde.tray.${seatId}`
    this.server = server
    this.decisions = new TrayDecisions(seatId)
    this.shown = createSource<readonly TrayEntry[]>(readStored(this.key))
    this.entries = this.shown
    if (typeof window !== 'undefined') addEventListener('storage', this.onStorage)
    void this.exchange()
  }

  /** Put texts into the tray. The same text for the same entry is kept once. */
  add(groupId: string, reason: TrayEntry['reason'], texts: readonly RefusedText[]): readonly TrayEntry[] {
    const now = this.entries.get()
    const added = texts
      .filter((refused) => refused.text.trim() !== '')
      .filter((refused) => !now.some(({ itemId, text: kept }) => itemId === refused.itemId && kept === refused.text))
      .map((refused): TrayEntry => ({ ...refused, id: newId(), groupId, reason, at: Date.now(), isOnServer: false }))
    if (added.length > 0) this.write([...now, ...added])
    void this.exchange()
    return added
  }

  /** The text is on the board again. */
  markTaken(entryId: string): void {
    this.finish(entryId, 'taken')
  }

  discard(entryId: string): void {
    this.finish(entryId, 'discarded')
  }

  /** Bring device and server to the same state; also called when the connection is back. */
  async exchange(): Promise<void> {
    if (this.isClosed) return
    this.isWanted = true
    if (this.isBusy) return
    this.isBusy = true
    try {
      while (this.isWanted && !this.isClosed) {
        this.isWanted = false
        await this.exchangeOnce()
      }
    } catch (error) {
      // A refusal would come again; everything stays on this device until the next occasion.
      if (!isRefusal(error)) this.retryLater()
    } finally {
      this.isBusy = false
    }
  }

  private async exchangeOnce(): Promise<void> {
    for (const { id, state } of this.decisions.all()) {
      await ignoringRefusal(this.server.finish(id, state))
      this.decisions.done(id)
    }
    for (const entry of this.entries.get().filter(({ isOnServer }) => !isOnServer)) {
      await this.server.put(entry)
      this.write(this.entries.get().map((other) => (other.id === entry.id ? { ...other, isOnServer: true } : other)))
    }
    const onServer = await this.server.list()
    if (!this.isWanted) this.merge(onServer)
  }

  close(): void {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    if (typeof window !== 'undefined') removeEventListener('storage', this.onStorage)
  }

  private merge(onServer: readonly TrayEntry[]): void {
    const here = this.entries.get()
    const kept = here.filter(({ id, isOnServer }) => !isOnServer || onServer.some((entry) => entry.id === id))
    const arrived = onServer.filter(({ id }) => !this.decisions.has(id) && !here.some((entry) => entry.id === id))
    if (kept.length !== here.length || arrived.length > 0) this.write([...kept, ...arrived])
  }

  private finish(entryId: string, state: 'taken' | 'discarded'): void {
    if (!this.entries.get().some(({ id }) => id === entryId)) return
    // Also if it is not there yet: it may be on its way.
    this.decisions.add({ id: entryId, state })
    this.write(this.entries.get().filter(({ id }) => id !== entryId))
    void this.exchange()
  }

  private write(entries: readonly TrayEntry[]): void {
    try {
      if (entries.length === 0) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify(entries))
    } catch {
      // The storage is full: the texts stay in sight in this tab, and the server gets them.
    }
    this.shown.set(entries)
  }

  private retryLater(): void {
    if (this.timer || this.isClosed) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.exchange()
    }, RETRY_MS)
  }

  private readonly onStorage = (event: StorageEvent): void => {
    if (event.key === this.key) this.shown.set(readStored(this.key))
  }
}

function readStored(key: string): readonly TrayEntry[] {
  let value: unknown
  try {
    value = JSON.parse(localStorage.getItem(key) ?? '[]')
  } catch {
    return []
  }
  return (Array.isArray(value) ? value : []).filter(
    (entry: unknown): entry is TrayEntry =>
      typeof entry === 'object' && entry !== null && 'id' in entry && 'text' in entry && typeof entry.text === 'string',
  )
}

async function ignoringRefusal(call: Promise<void>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

/** An answer that would be the same the next time; a full disk, a stopping server and a lost network pass. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.code !== 'network' && ERRORS[error.code].client !== 'retry'
}

/** The tray's place on the server, over HTTP with the seat's token. */
export function trayServer(workshopId: string, seat: { seatId: string; token: string }): TrayServer {
  const path = `/workshops/${workshopId}/tray`
  const { token } = seat
  return {
    async put({ id, groupId, itemId, fieldId, text: kept, reason }) {
      const body: PutTrayRequest = { id, groupId, itemId, fieldId, text: kept.slice(0, MAX_SENT_CHARACTERS), reason }
      await callApi('POST', path, { token, body, schema: anything })
    },
    async finish(entryId, state) {
      await callApi('PATCH', `${path}/${entryId}`, { token, body: { state }, schema: anything })
    },
    list: () => callApi('GET', path, { token, schema: { parse: (value) => waitingEntries(value, seat.seatId) } }),
  }
}

function waitingEntries(answer: unknown, seatId: string): readonly TrayEntry[] {
  return list(record(answer)['entries'])
    .map(record)
    .filter((entry) => entry['seatId'] === seatId && entry['state'] === 'waiting')
    .map((entry) => ({
      id: text(entry['id']),
      groupId: text(entry['groupId']),
      itemId: textOrNull(entry['itemId']),
      fieldId: textOrNull(entry['fieldId']),
      canvasId: null,
      text: text(entry['text']),
      reason: text(entry['reason']) as TrayEntry['reason'],
      at: number(entry['at']),
      isOnServer: true,
    }))
}
