import { documentName, ERRORS, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import { openBoard, readBoard, type Board } from '@tafelrunde/schema'
import { newId, type BoardSnapshot, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import type * as Y from 'yjs'
import { Acknowledgements } from './Acknowledgements.ts'
import { observedSocket, type Transport } from './observedSocket.ts'
import { NetworkSwitch } from './NetworkSwitch.ts'
import { OpenedDocument } from './OpenedDocument.ts'
import { unsentTexts } from './unsentTexts.ts'
import { until } from './until.ts'

/** How long a participant waits before it brings again what the server could not take. */
const RETRY_MS = 200

/** A text that a participant has put into its tray. */
export interface TrayText {
  readonly id: string
  readonly groupId: GroupId
  readonly itemId: string | null
  readonly fieldId: string | null
  readonly text: string
  readonly reason: ErrorCode
}

/** Who a participant is and where it connects. */
export interface ParticipantOptions {
  /** `ws://…/sync` */
  readonly syncUrl: string
  readonly token: string
  readonly seatId: SeatId
  readonly workshopId: WorkshopId
  /** The group whose board the seat writes on. */
  readonly groupId: GroupId | null
  /** `websocket` if not given. */
  readonly transport?: Transport
  /** Keep a tray entry on the server; without it the entries stay in `tray`. */
  readonly putTray?: (entry: TrayText) => Promise<void>
}

/** Where a participant joins. */
export interface JoinOptions {
  /** `http://…` of the server. */
  readonly url: string
  /** Token of a link. */
  readonly invite: string
  readonly name?: string
  readonly organisation?: string
  readonly group?: string
  /** `websocket` if not given. */
  readonly transport?: Transport
  /** `http://…` that the sync protocol goes to, of a proxy for example; the server's own if not given. */
  readonly syncVia?: string
}

/**
 * A person on the real protocol, without a browser: joins by link, opens boards through an unmodified provider, runs
 * schema operations, answers when writing ends, and takes refused text into its tray.
 */
export class Participant {
  readonly seatId: SeatId
  readonly workshopId: WorkshopId
  readonly groupId: GroupId | null
  readonly token: string
  /** Texts that the board has not taken. */
  readonly tray: TrayText[] = []
  /** Codes of all refusals so far. */
  readonly refusals: { name: DocumentName; code: ErrorCode }[] = []
  readonly #options: ParticipantOptions
  readonly #acknowledgements = new Acknowledgements()
  readonly #websocket: NetworkSwitch
  readonly #documents = new Map<DocumentName, OpenedDocument>()
  readonly #rescues = new Set<Promise<void>>()
  /** Content that is brought again in a moment, because the server could not take it. */
  readonly #waiting = new Map<DocumentName, Y.Doc>()
  #isGone = false

  constructor(options: ParticipantOptions) {
    this.#options = options
    this.seatId = options.seatId
    this.workshopId = options.workshopId
    this.groupId = options.groupId
    this.token = options.token
    this.#websocket = new NetworkSwitch({
      url: options.syncUrl,
      WebSocketPolyfill: observedSocket(options.transport ?? 'websocket', this.#acknowledgements),
      delay: 50,
      minDelay: 20,
      maxDelay: 500,
      factor: 1.3,
      jitter: true,
    })
  }

  /** Take a seat by link, as the join page does. @throws Error with the server's code */
  static async join({ url, invite, transport, syncVia, ...person }: JoinOptions): Promise<Participant> {
    const answer = await callApi<{
      token: string
      seat: { id: SeatId }
      workshop: { id: WorkshopId }
      group: { id: GroupId } | null
    }>(`${url}/api/v1/seats`, { body: { invite, ...person } })
    const { token, workshop } = answer
    return new Participant({
      syncUrl: `${(syncVia ?? url).replace(/^http/, 'ws')}/sync`,
      ...(transport ? { transport } : {}),
      token,
      seatId: answer.seat.id,
      workshopId: workshop.id,
      groupId: answer.group?.id ?? null,
      putTray: async (entry) => {
        await callApi(`${url}/api/v1/workshops/${workshop.id}/tray`, { body: entry, token })
      },
    })
  }

  /** Open a document, or get the open one; with `ydoc` to bring content along. */
  open(name: DocumentName, ydoc?: Y.Doc): OpenedDocument {
    const known = this.#documents.get(name)
    if (known) return known
    const content = ydoc ?? this.#waiting.get(name)
    this.#waiting.delete(name)
    const opened = new OpenedDocument({
      websocket: this.#websocket,
      acknowledgements: this.#acknowledgements,
      name,
      token: this.token,
      ...(content ? { ydoc: content } : {}),
      events: { onRefused: (code) => this.#refused(opened, code) },
    })
    this.#documents.set(name, opened)
    return opened
  }

  /** A document that is open now; null while it waits for another try, and if it was never opened. */
  opened(name: DocumentName): OpenedDocument | null {
    return this.#documents.get(name) ?? null
  }

  /** Open a board and wait until its content is here. */
  async openBoard(groupId: GroupId): Promise<OpenedDocument> {
    const name = documentName('group', groupId)
    this.open(name)
    return until(() => (this.#documents.get(name)?.isSynced ? this.#documents.get(name) : null), {
      what: `${name} to be synced`,
    })
  }

  /** The board as it is on this device. */
  read(groupId: GroupId): BoardSnapshot {
    return readBoard(openBoard(this.open(documentName('group', groupId)).ydoc))
  }

  /**
   * Run schema operations on a board. Returns null, with nothing done, while the board takes no edits: a person sees
   * it read-only then.
   */
  edit<T>(groupId: GroupId, change: (board: Board) => T): T | null {
    const name = documentName('group', groupId)
    if (this.#waiting.has(name)) return null
    const document = this.open(name)
    return document.mayWrite || !this.isConnected ? change(openBoard(document.ydoc)) : null
  }

  get isConnected(): boolean {
    return this.#websocket.status === 'connected'
  }

  /** Everything that was edited is on the server's disk or in the tray. */
  get isSaved(): boolean {
    const documents = Array.from(this.#documents.values())
    const isAllOpen = this.#waiting.size === 0 && this.#rescues.size === 0
    return this.isConnected && isAllOpen && documents.every((document) => document.isSaved)
  }

  /** Lose the network; what is edited now is sent after `goOnline`. */
  goOffline(): void {
    this.#websocket.goOffline()
  }

  async goOnline(): Promise<void> {
    await this.#websocket.goOnline()
  }

  /** Leave for good. */
  leave(): void {
    this.#isGone = true
    for (const document of this.#documents.values()) document.close()
    this.#documents.clear()
    this.#waiting.clear()
    this.#websocket.destroy()
  }

  #refused(document: OpenedDocument, code: ErrorCode): void {
    if (this.#isGone || this.#documents.get(document.name) !== document) return
    this.refusals.push({ name: document.name, code })
    this.#documents.delete(document.name)
    document.close()
    const behaviour = ERRORS[code].client
    // What was written hidden is deleted with the workshop's end; there is nothing to come back to.
    if (code === 'workshop.closed' && document.name.startsWith('private/')) return
    if (behaviour === 'retry') {
      // Nothing was refused for good: the same content is brought again in a moment.
      this.#waiting.set(document.name, document.ydoc)
      setTimeout(() => !this.#isGone && this.#waiting.has(document.name) && this.open(document.name), RETRY_MS)
    }
    if (behaviour !== 'tray' && behaviour !== 'leave') return
    const kept = behaviour === 'tray' ? this.#rescue(document, code) : this.#keep(document, document.confirmed, code)
    const rescue = kept.finally(() => this.#rescues.delete(rescue))
    this.#rescues.add(rescue)
  }

  /** Drop the local copy, load the server's state, and keep what is missing there. */
  async #rescue(document: OpenedDocument, code: ErrorCode): Promise<void> {
    const fresh = this.open(document.name)
    await until(() => fresh.isSynced || this.#isGone, { what: 'the server state after a refusal', timeoutMs: 30_000 })
    if (!this.#isGone) await this.#keep(document, fresh.ydoc, code)
  }

  /** Put into the tray what the server has not. */
  async #keep(document: OpenedDocument, server: Y.Doc | Uint8Array, code: ErrorCode): Promise<void> {
    const [kind, id] = document.name.split('/') as [string, GroupId]
    if (kind !== 'group') return
    for (const unsent of unsentTexts(document.ydoc, server)) {
      const entry = { id: newId<string>(), groupId: id, ...unsent, reason: code }
      this.tray.push(entry)
      await this.#options.putTray?.(entry)
    }
  }
}

async function callApi<T>(url: string, { body, token }: { body: unknown; token?: string }): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token) headers['authorization'] = `Bearer ${token}`
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}
