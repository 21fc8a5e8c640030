import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { ERRORS, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import { openBoard, type Board } from '@tafelrunde/schema'
import {
  Acknowledgements,
  OpenedDocument,
  simulatedWebSocket,
  unsentTexts,
  type SeededRandom,
  type SimulatedNetwork,
} from '@tafelrunde/testkit'
import * as Y from 'yjs'

/** How long a client waits before it brings again what the server could not take. */
const RETRY_MS = 600

/** A person with a seat; several tabs share the tray and the storage of the browser. */
export interface SimulatedPerson {
  readonly name: string
  readonly token: string
  readonly tray: Map<string, string>
  readonly tabs: SimulatedClient[]
}

/** What a client is made of. */
export interface ClientParts {
  readonly person: SimulatedPerson
  readonly host: string
  readonly board: DocumentName
  readonly network: SimulatedNetwork
  readonly random: SeededRandom
  /** Of all documents of the run: that Yjs draws one twice is for another test than this. */
  readonly clientIds: Set<number>
  readonly onSaved: (clocks: ReadonlyMap<number, number>) => void
  readonly tell: (line: string) => void
}

/**
 * A tab of the web client without a browser: an unmodified provider on the simulated network, the local copy that
 * outlives a reload, the answer to a refusal (texts into the tray, the server's state instead of the own copy).
 */
export class SimulatedClient {
  readonly host: string
  readonly person: SimulatedPerson
  readonly #parts: ClientParts
  readonly #refusals: ErrorCode[] = []
  #page = 0
  #ydoc = new Y.Doc()
  #board: Board
  #websocket: HocuspocusProviderWebsocket | null = null
  #document: OpenedDocument | null = null
  /** The copy that was refused, while the server's state is on its way. */
  #refused: Y.Doc | null = null
  #hasContent = false

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.host = parts.host
    this.person = parts.person
    this.#board = openBoard(this.#ydoc)
    parts.person.tabs.push(this)
  }

  get board(): Board {
    return this.#board
  }
  get ydoc(): Y.Doc {
    return this.#ydoc
  }
  /** What the browser keeps: a refused copy until its texts are in the tray. */
  get localCopy(): Y.Doc {
    return this.#refused ?? this.#ydoc
  }
  get refusals(): readonly ErrorCode[] {
    return this.#refusals
  }
  get isConnected(): boolean {
    return this.#websocket?.status === 'connected'
  }
  /** As in the interface: not while the board loads or is exchanged, and not when the server has said that writing ends. */
  get mayEdit(): boolean {
    if (!this.#hasContent || this.#refused || !this.#document) return false
    return this.#document.mayWrite || !this.isConnected
  }
  /** Everything here is on the server's disk or in the tray. */
  get isSaved(): boolean {
    return this.isConnected && this.#refused === null && this.#document?.isSaved === true
  }

  /** For the message of a run that has failed. */
  describe(): string {
    const { now, saved } = this.#document?.progress ?? { now: 0, saved: 0 }
    const exchange = this.#refused ? ', exchanges a refused copy' : ''
    return `${this.host} (socket ${this.#websocket?.status}, ${saved} of ${now} saved${exchange})`
  }

  /** Open the page: the local copy of the seat first, then the connection. */
  load(): void {
    const page = (this.#page += 1)
    const copies = this.person.tabs.map((tab) => Y.encodeStateAsUpdate(tab.localCopy))
    this.#refused = null
    this.#take(this.#newDocument())
    for (const copy of copies) Y.applyUpdate(this.#ydoc, copy)
    this.#hasContent ||= this.#ydoc.store.clients.size > 0
    const acknowledgements = new Acknowledgements((_name, clocks) => this.#parts.onSaved(clocks))
    this.#websocket = new HocuspocusProviderWebsocket({
      url: 'ws://simulated/sync',
      WebSocketPolyfill: simulatedWebSocket(this.#parts.network, this.host, {
        opened: () => acknowledgements.reconnected(),
        sent: (bytes) => acknowledgements.sent(bytes),
        received: (bytes) => acknowledgements.received(bytes),
      }),
      delay: 50,
      minDelay: 20,
      maxDelay: 500,
      factor: 1.3,
      jitter: true,
    })
    this.#open(this.#ydoc, { page, acknowledgements })
  }

  /** Close the page and open it again, with whatever was not sent. */
  reload(): void {
    this.leave()
    this.load()
  }

  leave(): void {
    this.#page += 1
    this.#websocket?.destroy()
    this.#document?.close()
    this.#websocket = null
    this.#document = null
  }

  /** Show others where the own cursor is. */
  point(x: number): void {
    if (this.#document && !this.#refused) this.#document.provider.setAwarenessField('cursor', { x })
  }

  #newDocument(): Y.Doc {
    const { random, clientIds } = this.#parts
    const ydoc = new Y.Doc()
    do ydoc.clientID = random.integer(1_000, 2 ** 31)
    while (clientIds.has(ydoc.clientID))
    clientIds.add(ydoc.clientID)
    return ydoc
  }

  #take(ydoc: Y.Doc): void {
    this.#ydoc = ydoc
    this.#board = openBoard(ydoc)
  }

  #open(ydoc: Y.Doc, on: { page: number; acknowledgements: Acknowledgements }): void {
    if (on.page !== this.#page || !this.#websocket) return
    const document: OpenedDocument = new OpenedDocument({
      websocket: this.#websocket,
      acknowledgements: on.acknowledgements,
      name: this.#parts.board,
      token: this.person.token,
      ydoc,
      events: {
        onRefused: (code) => this.#onRefused(code, { ...on, document }),
        onSynced: () => this.#onSynced({ ...on, document }),
      },
    })
    this.#document = document
  }

  #onSynced({ page, document }: { page: number; document: OpenedDocument }): void {
    if (page !== this.#page || this.#document !== document) return
    this.#hasContent = true
    const refused = this.#refused
    if (!refused) return
    const texts = unsentTexts(refused, document.ydoc)
    for (const { itemId, text } of texts) this.person.tray.set(`${itemId} ${text}`, text)
    this.#parts.tell(`${this.host} puts into the tray: ${texts.map(({ text }) => text).join(' | ')}`)
    this.#refused = null
    this.#take(document.ydoc)
  }

  #onRefused(
    code: ErrorCode,
    on: { page: number; acknowledgements: Acknowledgements; document: OpenedDocument },
  ): void {
    if (on.page !== this.#page || this.#document !== on.document) return
    this.#refusals.push(code)
    this.#parts.tell(`${this.host} is refused: ${code}`)
    on.document.close()
    const behaviour = ERRORS[code].client
    if (behaviour === 'tray') {
      this.#refused = this.localCopy
      this.#open(this.#newDocument(), on)
    } else if (behaviour === 'retry') {
      setTimeout(() => this.#open(on.document.ydoc, on), RETRY_MS)
    } else {
      throw new Error(`${this.host} was refused with ${code}`)
    }
  }
}
