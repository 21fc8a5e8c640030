import { setTimeout as wait } from 'node:timers/promises'
import type { Hocuspocus } from '@hocuspocus/server'
import { AppError, documentName, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import { newId, type BoardSnapshot, type GroupId, type SeatId } from '@tafelrunde/schema/plain'
import { openBoard, readBoard } from '@tafelrunde/schema'
import * as Y from 'yjs'
import type { OpenDocument, OpenDocuments } from '../front/OpenDocument.ts'
import type { Journal, JournalHistory } from '../journal/Journal.ts'
import { Listeners } from '../live/Listeners.ts'
import type { Documents, LostConnection, OwnerOf, YDocLike } from '../seams.ts'
import { EngineRefusal } from './EngineRefusal.ts'
import { LostConnections } from './LostConnections.ts'
import type { SyncContext } from './SyncContext.ts'

/** How often the engine is asked to let go of a document that is deleted. */
const LET_GO_AGAIN_MS = 50

interface Change {
  readonly at: number
  readonly seatId: SeatId | null
}

interface EditedRow<T> {
  readonly result: T
  readonly seq: number | null
}

/** What the rest of the server may do with live documents (contract in `seams.ts`). */
export class LiveDocuments implements Documents {
  readonly #engine: Hocuspocus<SyncContext>
  readonly #journal: Journal
  readonly #documents: OpenDocuments
  readonly lost = new LostConnections(Date.now)
  readonly #editing = new Map<DocumentName, Promise<unknown>>()
  #isStopping = false
  readonly #changeListeners = new Listeners<[name: DocumentName, change: Change]>()
  readonly #presenceListeners = new Listeners<[name: DocumentName]>()

  constructor(parts: { engine: Hocuspocus<SyncContext>; journal: Journal; documents: OpenDocuments }) {
    this.#engine = parts.engine
    this.#journal = parts.journal
    this.#documents = parts.documents
  }

  readBoard(groupId: GroupId): Promise<BoardSnapshot> {
    return this.#read(documentName('group', groupId), (ydoc) => readBoard(openBoard(ydoc)))
  }

  read<T>(name: DocumentName, look: (ydoc: YDocLike) => T): Promise<T> {
    return this.#read(name, look)
  }

  readOwned<T>(name: DocumentName, look: (ydoc: YDocLike, ownerOf: OwnerOf) => T): Promise<T> {
    return this.#read(name, (ydoc, document) => look(ydoc, (clientId) => document.claims.ownerOf(clientId)))
  }

  readState(name: DocumentName): Promise<Uint8Array> {
    return this.#read(name, (ydoc) => Y.encodeStateAsUpdate(ydoc))
  }

  async edit<T>(name: DocumentName, change: (ydoc: YDocLike) => T): Promise<T> {
    return (await this.editRow(name, change)).result
  }

  editRow<T>(name: DocumentName, change: (ydoc: YDocLike) => T): Promise<EditedRow<T>> {
    return this.#inTurn(name, change, {})
  }

  async begin<T>(name: DocumentName, change: (ydoc: YDocLike) => T): Promise<T> {
    return (await this.#inTurn(name, change, { isBeginning: true })).result
  }

  #inTurn<T>(name: DocumentName, change: (ydoc: YDocLike) => T, context: SyncContext): Promise<EditedRow<T>> {
    if (this.#isStopping) return Promise.reject(new AppError('server.stopping', 'the server takes no more edits'))
    const before = this.#editing.get(name) ?? Promise.resolve()
    const edited = before.then(() => this.#with(name, (ydoc, document) => this.#edit(ydoc, document, change), context))
    const settled = edited.then(
      () => undefined,
      () => undefined,
    )
    this.#editing.set(name, settled)
    void settled.then(() => this.#editing.get(name) === settled && this.#editing.delete(name))
    return edited
  }

  onChanged(listener: (name: DocumentName, change: Change) => void): () => void {
    return this.#changeListeners.add(listener)
  }

  present(name: DocumentName): readonly SeatId[] {
    return this.#documents.get(name)?.seats() ?? []
  }

  lostConnections(name: DocumentName): readonly LostConnection[] {
    return this.lost.of(name)
  }

  onPresenceChanged(listener: (name: DocumentName) => void): () => void {
    return this.#presenceListeners.add(listener)
  }

  async announceAndFlush(names: readonly DocumentName[], reason: ErrorCode, graceMs: number): Promise<void> {
    const message = { id: newId<string>(), reason, graceMs }
    const writing = names
      .flatMap((name) => Array.from(this.#documents.get(name)?.channels ?? []))
      .filter((channel) => channel.mayWrite)
    if (writing.length === 0) return
    let timer: NodeJS.Timeout | undefined
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    await Promise.race([Promise.all(writing.map((channel) => channel.flush(message))), grace])
    clearTimeout(timer)
  }

  takeBackAnnouncement(names: readonly DocumentName[]): void {
    for (const name of names) {
      for (const channel of this.#documents.get(name)?.channels ?? []) channel.takeBackEnding()
    }
  }

  async forget(names: readonly DocumentName[], code: ErrorCode): Promise<void> {
    await Promise.all(names.map((name) => this.#forget(name, code)))
  }

  history(name: DocumentName, since: number): Promise<JournalHistory | null> {
    return this.#journal.history(name, since)
  }

  lastEditAt(name: DocumentName): Promise<number | null> {
    return this.#journal.lastEditAt(name)
  }

  /** A durable change was applied. */
  tellChanged(name: DocumentName, change: Change): void {
    this.#changeListeners.tell(name, change)
  }

  /** Somebody has come or gone. */
  tellPresent(name: DocumentName): void {
    this.#presenceListeners.tell(name)
  }

  /** Take no more edits of the server; resolves when none is under way. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#editing.values())
  }

  async #edit<T>(
    ydoc: Y.Doc,
    document: OpenDocument,
    change: (copy: YDocLike) => T,
  ): Promise<{ result: T; seq: number | null }> {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
    // One id per loaded document; Yjs changes the id of a document that is fed with its own edits, so it is set last.
    document.serverClientId ??= copy.clientID
    copy.clientID = document.serverClientId
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    const result = change(copy)
    copy.destroy()
    if (updates.length === 0) return { result, seq: null }
    if (document.isForgotten) throw new AppError('workshop.closed', `${document.name} is deleted`)
    const bytes = updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates)
    const claims = document.claims.take([document.serverClientId], 'server')
    let seq: number
    try {
      seq = await this.#journal.append({ document: document.name, seatId: null, at: Date.now(), bytes, claims })
      document.claims.stored(claims)
    } catch (error) {
      document.claims.release(claims)
      // Should the row have reached the disk all the same, another edit under the same clock would be lost to it.
      document.serverClientId = null
      throw error
    }
    Y.applyUpdate(ydoc, bytes, { source: 'local', context: {} })
    return { result, seq }
  }

  async #forget(name: DocumentName, code: ErrorCode): Promise<void> {
    await this.#editing.get(name)
    const open = this.#documents.get(name)
    open?.forget()
    for (const channel of open?.channels ?? []) channel.close(code)
    // What is in memory must not be found there by whoever comes next.
    for (let document = this.#engine.documents.get(name); document; document = this.#engine.documents.get(name)) {
      await (this.#engine.unloadingDocuments.get(name) ?? this.#engine.unloadDocument(document))
      // Not while the engine thinks of storing it, which takes two seconds after an edit.
      if (this.#engine.documents.has(name)) await wait(LET_GO_AGAIN_MS)
    }
    await this.#journal.forget(name)
  }

  /** Reading is over before anything else runs, so a document that somebody has open needs no holding. */
  async #read<T>(name: DocumentName, work: (ydoc: Y.Doc, document: OpenDocument) => T): Promise<T> {
    const open = this.#documents.get(name)
    return open && open.channels.size > 0 ? work(open.ydoc, open) : this.#with(name, work)
  }

  /** Run with the document loaded; it stays in memory for a moment afterwards, because reads come in series. */
  async #with<T>(
    name: DocumentName,
    work: (ydoc: Y.Doc, document: OpenDocument) => T | Promise<T>,
    context: SyncContext = {},
  ): Promise<T> {
    const connection = await this.#open(name, context).catch((error: unknown) => {
      throw error instanceof EngineRefusal ? new AppError(error.reason, `${name} cannot be opened`) : error
    })
    try {
      const document = this.#documents.get(name)
      if (!document || document.ydoc !== connection.document) throw new Error(`${name} is not the open document`)
      return await work(document.ydoc, document)
    } finally {
      // The engine logs what goes wrong while it lets a document go; nobody waits for that here.
      void connection.disconnect({ unloadImmediately: false }).catch(() => undefined)
    }
  }

  /** The engine can let a document go in the moment in which it is asked for; then it is asked again. */
  async #open(name: DocumentName, context: SyncContext): ReturnType<Hocuspocus<SyncContext>['openDirectConnection']> {
    for (;;) {
      const connection = await this.#engine.openDirectConnection(name, context)
      if (connection.document?.isDestroyed === false) return connection
      await this.#engine.unloadingDocuments.get(name)
    }
  }
}
