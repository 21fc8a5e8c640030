import { documentName, type DocumentName } from '@tafelrunde/protocol'
import { addItem, openBoard, readBoard, type Board } from '@tafelrunde/schema'
import { FREE_FIELD, type GroupId } from '@tafelrunde/schema/plain'
import { until, type OpenedDocument, type Participant } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import type { Member } from './System.ts'

interface Note {
  readonly text: string
  readonly ydoc: Y.Doc
  /** Clock of the document's own client behind the note. */
  readonly clock: number
}

/** How a member is made. */
export interface ProviderMemberOptions {
  readonly participant: Participant
  readonly groupId: GroupId
  /** The server tells when it takes edits; a plain one never does, its clients just write. */
  readonly isToldWhenToWrite: boolean
  /** What the device has kept of the document. */
  readonly kept?: Uint8Array | undefined
}

/** A member through an unmodified HocuspocusProvider, on ours and on H. */
export class ProviderMember implements Member {
  readonly participant: Participant
  readonly #groupId: GroupId
  readonly #name: DocumentName
  readonly #isToldWhenToWrite: boolean
  readonly #notes: Note[] = []
  readonly #acknowledged = new Set<Note>()
  #pointersSeen = 0
  #last: OpenedDocument

  private constructor(options: ProviderMemberOptions, document: OpenedDocument) {
    this.#last = document
    this.participant = options.participant
    this.#groupId = options.groupId
    this.#name = documentName('group', options.groupId)
    this.#isToldWhenToWrite = options.isToldWhenToWrite
  }

  static async open(options: ProviderMemberOptions): Promise<ProviderMember> {
    if (options.kept) {
      const ydoc = new Y.Doc()
      Y.applyUpdate(ydoc, options.kept)
      options.participant.open(documentName('group', options.groupId), ydoc)
    }
    const document = await options.participant.openBoard(options.groupId)
    const member = new ProviderMember(options, document)
    if (options.isToldWhenToWrite) await until(() => document.mayWrite, { what: 'the board to take edits' })
    document.provider.awareness?.on('change', ({ added, updated }: { added: number[]; updated: number[] }) => {
      const others = [...added, ...updated].filter((id) => id !== document.ydoc.clientID)
      member.#pointersSeen += others.length
    })
    return member
  }

  get ydoc(): Y.Doc {
    return this.#document.ydoc
  }

  write(text: string): boolean {
    const place = { canvasId: null, fieldId: FREE_FIELD }
    if (!this.edit((board) => addItem(board, { place, text }))) return false
    this.#notes.push({ text, ydoc: this.ydoc, clock: this.#document.progress.now })
    return true
  }

  edit(change: (board: Board) => unknown): boolean {
    if (!this.#isToldWhenToWrite) {
      change(openBoard(this.ydoc))
      return true
    }
    const done = this.participant.edit(this.#groupId, (board) => {
      change(board)
      return true
    })
    return done === true
  }

  get written(): readonly string[] {
    return this.#notes.map(({ text }) => text)
  }

  acknowledged(): readonly string[] {
    const { ydoc } = this
    const { saved } = this.#document.progress
    for (const note of this.#notes) if (note.ydoc === ydoc && note.clock <= saved) this.#acknowledged.add(note)
    return Array.from(this.#acknowledged, ({ text }) => text)
  }

  notes(): readonly string[] {
    return readBoard(openBoard(this.ydoc)).items.map((item) => item.plainText)
  }

  get isSaved(): boolean {
    return this.participant.isSaved
  }

  get isConnected(): boolean {
    return this.participant.isConnected
  }

  get refusals(): readonly string[] {
    return this.participant.refusals.map(({ code }) => code)
  }

  get tray(): readonly string[] {
    return this.participant.tray.map(({ text }) => text)
  }

  point(x: number, y: number, beside = ''): void {
    this.#document.provider.awareness?.setLocalStateField('cursor', { x, y, beside })
  }

  get pointersSeen(): number {
    return this.#pointersSeen
  }

  presence(): readonly unknown[] {
    return Array.from(this.#document.provider.awareness?.getStates().values() ?? [])
  }

  goOffline(): void {
    this.participant.goOffline()
  }

  goOnline(): void {
    void this.participant.goOnline()
  }

  leave(): void {
    this.participant.leave()
  }

  /** While the document waits for another try, the one that is brought again then. */
  get #document(): OpenedDocument {
    return (this.#last = this.participant.opened(this.#name) ?? this.#last)
  }
}
