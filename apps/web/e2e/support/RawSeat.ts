import { documentName, type DocumentName, type ErrorCode, type JoinResponse } from '@tafelrunde/protocol'
import { addItem, addRecommendation, openBoard } from '@tafelrunde/schema'
import { FREE_FIELD, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { inviteOf, Participant, until } from '@tafelrunde/testkit'
import type * as Y from 'yjs'

/** What a seat tries past every interface, by the name that a table of permissions has for it. */
const WRITES = {
  notes: (ydoc: Y.Doc) =>
    void addItem(openBoard(ydoc), { place: { canvasId: null, fieldId: FREE_FIELD }, text: 'Ohne Oberfläche' }),
  recommendations: (ydoc: Y.Doc) => void addRecommendation(openBoard(ydoc), { title: 'Ohne Oberfläche' }),
  pen: (ydoc: Y.Doc) => void ydoc.getMap('sketch').set('probe', 'Ohne Oberfläche'),
} as const

/** A kind of write. */
export type Write = keyof typeof WRITES

/** A seat that talks to the server without the web client, and asks for what its client would not ask for. */
export class RawSeat {
  readonly seatId: SeatId
  readonly #url: string
  readonly #seat: JoinResponse

  private constructor(url: string, seat: JoinResponse) {
    this.#url = url
    this.#seat = seat
    this.seatId = seat.seat.id as SeatId
  }

  /** Take a seat by link. @throws Error with the server's answer */
  static async take(url: string, link: string): Promise<RawSeat> {
    const response = await fetch(`${url}/api/v1/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invite: inviteOf(link), name: 'Ohne Oberfläche' }),
    })
    if (!response.ok) throw new Error(`no seat: ${response.status} ${await response.text()}`)
    return new RawSeat(url, (await response.json()) as JoinResponse)
  }

  /** Call the API of the workshop. @throws Error with the server's answer */
  async call<T>(method: 'GET' | 'PATCH', path = '', body?: unknown): Promise<T> {
    const response = await fetch(`${this.#url}/api/v1/workshops/${this.#seat.workshop.id}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#seat.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  /** Ask for a document: `read`, or the code of the refusal. */
  read(name: DocumentName): Promise<'read' | ErrorCode> {
    return this.#with(name, async () => 'read')
  }

  /** Write on a board, whatever the server has said about it: `written`, or the code of the refusal. */
  write(groupId: GroupId, what: Write): Promise<'written' | ErrorCode> {
    return this.#with(documentName('group', groupId), async (participant, ydoc) => {
      WRITES[what](ydoc)
      await until(() => participant.refusals.length > 0 || participant.isSaved, { what: `an answer to ${what}` })
      return 'written'
    })
  }

  /** On a connection of its own, with nothing left of what was tried before. */
  async #with<T extends string>(
    name: DocumentName,
    act: (participant: Participant, ydoc: Y.Doc) => Promise<T>,
  ): Promise<T | ErrorCode> {
    const participant = new Participant({
      syncUrl: `${this.#url.replace(/^http/, 'ws')}/sync`,
      token: this.#seat.token,
      seatId: this.seatId,
      workshopId: this.#seat.workshop.id as WorkshopId,
      groupId: null,
    })
    try {
      const document = participant.open(name)
      await until(() => document.isSynced || participant.refusals.length > 0, { what: `an answer about ${name}` })
      const done = participant.refusals.length > 0 ? null : await act(participant, document.ydoc)
      return participant.refusals[0]?.code ?? (done as T)
    } finally {
      participant.leave()
    }
  }
}
