import {
  documentName,
  encodeRefusalMessage,
  ERRORS,
  isWriting,
  parseRefusalMessage,
  type ErrorCode,
} from '@tafelrunde/protocol'
import { readBoard, type Board, type BoardSnapshot, type GroupId, type UndoStack } from '@tafelrunde/schema'
import { openBoard } from '@tafelrunde/schema/transport'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { BoardSessionOptions } from './BoardSessionOptions.ts'
import { connectionStateOf, NOTHING_KNOWN, type ConnectionFacts, type ConnectionState } from './connectionState.ts'
import { EditCount } from './EditCount.ts'
import { isSameValue } from './isSameValue.ts'
import { LocalStore } from './LocalStore.ts'
import type { DocumentLink, DocumentLinkEvents } from './openDocumentLink.ts'
import { BoardPresence, colourOfSeat, type PresenceSession } from './presence.ts'
import { refusedTexts } from './refusedTexts.ts'
import { createSource, type Source } from './Source.ts'
import { storeUndoSteps, storedUndoSteps } from './storedUndoSteps.ts'
import type { Transport } from './TransportChoice.ts'
import type { Tray } from './Tray.ts'

/** How long input may take to stop after the interface was told: one frame and the last composed character. */
const STOP_INPUT_MS = 30
/** If writing was announced to end and then did not, it goes on so long after the server's own patience. */
const ENDING_SLACK_MS = 2_000
const RETRY_MS = 1_500
/** What is told by its own name while it is tried again; the rest is no affair of the person’s. */
const SPOKEN: readonly ErrorCode[] = ['storage.unavailable', 'server.stopping']

/** Where a kept text was being written, and why it could not stay there. */
interface KeptTextOrigin {
  readonly fieldId?: string | null
  readonly canvasId?: string | null
  readonly reason?: ErrorCode | 'item.gone'
}

/**
 * One open board.
 *
 * 1. `board` is what people see and edit; it is exchanged for another one after a refusal (`boards` tells).
 * 2. Everything typed is in this device's database before it is on the server, under this seat's name.
 * 3. A refused local copy is never uploaded again: its texts are in the tray before it is dropped.
 * 4. `state.lamp` says `saved` only if the server has confirmed every edit.
 */
export class BoardSession {
  readonly groupId: GroupId
  readonly state: Source<ConnectionState>
  readonly boards: Source<Board>
  readonly presence: PresenceSession
  readonly undo: UndoStack
  readonly tray: Tray
  /** What carries the edits; null before the first connection. */
  readonly carrier: Source<Transport | null>

  private readonly options: BoardSessionOptions
  private readonly name
  private readonly shownState
  private readonly shownBoard
  private readonly people: BoardPresence
  private readonly stopListening: (() => void)[] = []
  private facts: ConnectionFacts
  private ydoc: Y.Doc
  private store: LocalStore
  private link: DocumentLink | null = null
  /** The server's state that replaces a refused copy, while it is being fetched. */
  private fresh: { ydoc: Y.Doc; code: ErrorCode } | null = null
  private timers = new Set<ReturnType<typeof setTimeout>>()
  private readonly edits: EditCount
  /** The board when everything on it was last confirmed. */
  private confirmed: BoardSnapshot | null = null
  private isClosed = false

  constructor(options: BoardSessionOptions) {
    const { seat, groupId, runState, tray } = options
    this.options = options
    this.groupId = groupId
    this.tray = tray
    this.carrier = options.socket.choice.carrier
    const isPrivate = options.rescue !== undefined
    this.name = isPrivate ? documentName('private', seat.seatId) : documentName('group', groupId)
    this.undo = storedUndoSteps(seat.seatId, this.name)
    this.edits = new EditCount({ seatId: seat.seatId, name: this.name })
    this.facts = {
      ...NOTHING_KNOWN,
      unsynced: this.edits.atStart,
      role: seat.role,
      ownGroupId: seat.groupId,
      groupId,
      isMuted: options.isMuted?.get() ?? false,
      isPrivate,
      run: runState.get(),
    }
    this.shownState = createSource(connectionStateOf(this.facts), isSameValue)
    this.state = this.shownState
    this.ydoc = new Y.Doc()
    this.shownBoard = createSource(openBoard(this.ydoc))
    this.boards = this.shownBoard
    const { name, organisation, seatId } = seat
    this.people = new BoardPresence({ id: seatId, name, organisation, colour: colourOfSeat(seatId) })
    this.presence = this.people
    this.store = new LocalStore({ instanceId: seat.instanceId, seatId, document: this.name }, this.ydoc)
    this.countOfflineEdits(this.ydoc)
    // Connecting after the local copy is there: the handshake then carries what was typed before the reload.
    void this.store.whenLoaded.then((hasCopy) => {
      if (this.isClosed) return
      this.learn({ isLocalLoaded: hasCopy })
      this.connect()
    })
    this.stopListening.push(runState.subscribe(() => this.onRunState()))
    const { isMuted } = options
    if (isMuted) this.stopListening.push(isMuted.subscribe(() => this.learn({ isMuted: isMuted.get() })))
    const save = () => storeUndoSteps(seat.seatId, this.name, this.undo)
    if (typeof window !== 'undefined') {
      addEventListener('pagehide', save)
      this.stopListening.push(() => removeEventListener('pagehide', save))
    }
    this.stopListening.push(save)
  }

  /** The board now; see `boards`. */
  get board(): Board {
    return this.shownBoard.get()
  }

  /** Keep a text that has no place on the board any more, for example of a note that vanished under an open editor. */
  keepText(text: string, { fieldId = null, canvasId = null, reason = 'item.gone' }: KeptTextOrigin = {}): void {
    this.tray.add(this.groupId, reason, [{ itemId: null, fieldId, canvasId, text }])
  }

  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    for (const timer of this.timers) clearTimeout(timer)
    for (const stop of this.stopListening) stop()
    this.link?.close()
    void this.store.close()
    this.people.bind(null)
  }

  private connect(): void {
    this.link?.close()
    this.learn({ isSynced: false })
    const { socket, openLink, seat } = this.options
    const ydoc = this.fresh?.ydoc ?? this.ydoc
    const awareness = new Awareness(ydoc)
    this.edits.restart()
    this.link = openLink({ socket, name: this.name, ydoc, token: seat.token, awareness, events: this.events() })
    this.people.bind(awareness)
  }

  private events(): DocumentLinkEvents {
    return {
      onSocket: (isOpen) => this.onSocket(isOpen),
      onSynced: () => this.onSynced(),
      onUnsynced: (count) => this.onUnsynced(count),
      onRefused: (code) => this.onRefused(code),
      onMessage: (payload) => this.onMessage(payload),
    }
  }

  private learn(news: Partial<ConnectionFacts>): void {
    this.facts = { ...this.facts, ...news }
    this.shownState.set(connectionStateOf(this.facts))
  }

  private onSocket(isOpen: boolean): void {
    if (isOpen) return this.learn({ isSocketOpen: true })
    const offlineSince = this.facts.offlineSince ?? Date.now()
    this.learn({ isSocketOpen: false, isSynced: false, ending: null, offlineSince })
    this.edits.keep(this.facts.unsynced)
  }

  private onSynced(): void {
    if (this.fresh) this.takeServerState(this.fresh)
    this.learn({ isSocketOpen: true, isSynced: true, hasEverSynced: true, offlineSince: null, refused: null })
    this.countConfirmed()
    void this.tray.exchange()
  }

  private onUnsynced(count: number): void {
    this.edits.counted(count)
    if (this.facts.isSynced) this.countConfirmed()
  }

  private countConfirmed(): void {
    const unsynced = isWriting(this.options.seat.role) ? this.edits.underWay : 0
    this.learn({ unsynced, sentSince: this.edits.sentSince, ...(unsynced === 0 && { trouble: null }) })
    if (unsynced > 0) return
    this.confirmed = readBoard(this.board)
    this.edits.keep(0)
  }

  private onMessage(payload: string): void {
    const message = parseRefusalMessage(payload)
    if (message?.type === 'writing.open') this.learn({ ending: null })
    if (message?.type !== 'writing.ending') return
    this.learn({ ending: message.reason })
    this.later(STOP_INPUT_MS, () =>
      this.link?.sendMessage(encodeRefusalMessage({ type: 'writing.flushed', id: message.id })),
    )
    this.later(message.graceMs + ENDING_SLACK_MS, () => this.learn({ ending: null }))
  }

  private onRunState(): void {
    const run = this.options.runState.get()
    const isOtherStep = run?.version !== this.facts.run?.version
    this.learn({ run, ...(isOtherStep && this.facts.ending && { ending: null }) })
    const { refused } = this.facts
    const isOpenAgain = refused === 'workshop.closed' && run?.closedAt === null
    if (isOtherStep && refused && (isOpenAgain || ERRORS[refused].client === 'leave')) {
      this.learn({ refused: null })
      this.connect()
    }
  }

  private onRefused(code: ErrorCode): void {
    const behaviour = ERRORS[code].client
    this.link?.close()
    this.people.bind(null)
    if (behaviour === 'retry') {
      this.learn({
        isSynced: false,
        offlineSince: this.facts.offlineSince ?? Date.now(),
        trouble: SPOKEN.includes(code) ? code : 'document.unavailable',
      })
      this.later(RETRY_MS, () => this.connect())
      return
    }
    // The edits stay on this device, for the newer page to bring; in the tray too they would be there twice.
    if (behaviour === 'update' && this.store.isKeeping) return this.learn({ refused: code, isSynced: false })
    // What was written hidden is deleted with the end of the workshop, here as well.
    if (code === 'workshop.closed' && this.facts.isPrivate) this.replaceCopy(new Y.Doc())
    // A document closed with a code that is about its content: going on with the same copy would be refused again.
    if (code === 'workshop.closed' || (behaviour !== 'tray' && behaviour !== 'stay')) return this.giveUp(code)
    this.learn({ reloading: code, isSynced: false, ending: null })
    this.fresh = { ydoc: new Y.Doc(), code }
    this.connect()
  }

  /** There is no server's board to compare with any more, so what was never confirmed counts as refused. */
  private giveUp(code: ErrorCode): void {
    if (this.confirmed && !this.facts.isPrivate)
      this.tray.add(this.groupId, code, refusedTexts(readBoard(this.board), this.confirmed))
    this.fresh = null
    // What was unconfirmed is in the tray now; a sentence that it waits on this device would not be true.
    this.learn({ refused: code, reloading: null, ending: null, isSynced: false, unsynced: 0 })
  }

  private takeServerState({ ydoc, code }: { ydoc: Y.Doc; code: ErrorCode }): void {
    const refused = this.board
    const { rescue } = this.options
    if (!rescue) this.tray.add(this.groupId, code, refusedTexts(readBoard(refused), readBoard(openBoard(ydoc))))
    this.fresh = null
    this.replaceCopy(ydoc)
    this.learn({ reloading: null })
    rescue?.(refused, this.board)
  }

  private replaceCopy(ydoc: Y.Doc): void {
    this.ydoc = ydoc
    this.countOfflineEdits(ydoc)
    this.edits.keep(0)
    void this.store.replace(ydoc)
    this.shownBoard.set(openBoard(ydoc))
  }

  private countOfflineEdits(ydoc: Y.Doc): void {
    ydoc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (!transaction.local || ydoc !== this.ydoc) return
      if (!this.facts.isSocketOpen || !this.facts.isSynced) {
        this.learn({ unsynced: this.facts.unsynced + 1 })
        this.edits.keep(this.facts.unsynced)
      }
      storeUndoSteps(this.options.seat.seatId, this.name, this.undo, { isLazy: true })
    })
  }

  private later(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      if (!this.isClosed) run()
    }, ms)
    this.timers.add(timer)
  }
}
