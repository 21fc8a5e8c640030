import { Participant, type OpenedDocument } from '@tafelrunde/participant'
import {
  BallotResponse,
  documentName,
  isErrorCode,
  OwnSeatResponse,
  PlenaryState,
  PutTrayRequest,
  SignalResponse,
  TrayEntry,
  VoteResponse,
  type Ballot,
  type DocumentName,
  type JoinResponse,
} from '@tafelrunde/protocol'
import {
  addHiddenNotes,
  addItem,
  addRecommendation,
  editItemText,
  editRecommendationText,
  openBoard,
  openWorkshopState,
  readRunState,
} from '@tafelrunde/schema'
import {
  partOf,
  stepRunOf,
  type GroupId,
  type HiddenPlace,
  type ItemPlace,
  type RunState,
  type SeatId,
  type Step,
} from '@tafelrunde/schema/plain'
import { refusalOr } from './Api.ts'
import type { Scene } from './Scene.ts'

/** One of the people of a rehearsal: a seat, a device, and hands that do what a step asks for. */
export class SimulatedPerson {
  readonly participant: Participant
  readonly #scene: Scene
  readonly #path: string
  #groupId: GroupId | null

  constructor(scene: Scene, { token, seat, group }: JoinResponse) {
    const { url, workshopId } = scene.order
    this.#scene = scene
    this.#path = `/workshops/${workshopId}`
    this.#groupId = (group?.id as GroupId | undefined) ?? null
    this.participant = new Participant({
      syncUrl: `${url.replace(/^http/, 'ws')}/sync`,
      token,
      seatId: seat.id as SeatId,
      workshopId,
      groupId: this.#groupId,
      putTray: async (entry) => {
        const body = PutTrayRequest.parse(entry)
        // What the server does not take stays in the tray of the device.
        await refusalOr(scene.api.call('POST', `${this.#path}/tray`, { schema: TrayEntry, token, body }))
      },
    })
  }

  get seatId(): SeatId {
    return this.participant.seatId
  }

  get groupId(): GroupId | null {
    return this.#groupId
  }

  /** Ask which group it is now: somebody may have moved the person. */
  async askForGroup(): Promise<void> {
    const { seat } = await this.#call('GET', '/seats/me', { schema: OwnSeatResponse })
    this.#groupId = seat.groupId as GroupId | null
  }

  /** Open everything that the person's page opens: run state, boards, and what the person writes hidden. */
  openPage(boards: readonly GroupId[]): void {
    this.participant.open(documentName('workshop', this.participant.workshopId))
    this.participant.open(this.#privateName())
    for (const id of boards) this.participant.open(documentName('group', id))
  }

  hasOpened(groupId: GroupId): boolean {
    return this.participant.opened(documentName('group', groupId))?.isSynced ?? false
  }

  /** The run state as it is on this device; null before it has come. */
  run(): RunState | null {
    const opened = this.participant.opened(documentName('workshop', this.participant.workshopId))
    return opened?.isSynced ? readRunState(openWorkshopState(opened.ydoc)) : null
  }

  /** The person's page shows this step, and this part of it if one is given. */
  isAt({ step, part, groupId }: { step: Step; part: number | null; groupId: GroupId }): boolean {
    const run = this.run()
    const stepRun = run && stepRunOf(run, groupId)
    return stepRun?.stepId === step.id && (part === null || partOf(step, stepRun)?.index === part)
  }

  /** Write a note in two goes, as typing does. False: the board took nothing. */
  writeNote(groupId: GroupId, place: ItemPlace, text: string): boolean {
    const half = text.slice(0, Math.ceil(text.length / 2))
    const added = this.participant.edit(groupId, (board) => addItem(board, { place, text: half, author: this.seatId }))
    if (!added) return false
    return this.participant.edit(groupId, (board) => editItemText(board, added.result, text)) !== null
  }

  /** Write a note whether the page would allow it or not. */
  writePast(groupId: GroupId, place: ItemPlace, text: string): void {
    const { ydoc } = this.participant.open(documentName('group', groupId))
    addItem(openBoard(ydoc), { place, text, author: this.seatId })
  }

  /** Write a note that nobody else sees yet. False: it was not taken. */
  writeHidden(place: HiddenPlace, text: string): boolean {
    const own = this.participant.open(this.#privateName())
    return own.mayWrite && addHiddenNotes(openBoard(own.ydoc), place, [text]) !== null
  }

  writeRecommendation(groupId: GroupId, title: string): boolean {
    const added = this.participant.edit(groupId, (board) => addRecommendation(board, { title, author: this.seatId }))
    if (!added) return false
    const step = this.participant.edit(groupId, (board) =>
      editRecommendationText(board, added.result, 'firstStep', title),
    )
    return step !== null
  }

  /** Everything that was written on this board, or hidden, is acknowledged. */
  isSaved(groupId: GroupId): boolean {
    const isClean = (document: OpenedDocument | null): boolean => document === null || document.isSaved
    const { participant } = this
    return isClean(participant.opened(documentName('group', groupId))) && isClean(this.#ownNotes())
  }

  /** The text lies in the person's tray. */
  hasInTray(text: string): boolean {
    return this.participant.tray.some((entry) => entry.text.includes(text))
  }

  /** Say for the group that it is ready, or call for help. Whether the server has taken it. */
  async signal(groupId: GroupId, type: 'help' | 'ready'): Promise<boolean> {
    const path = `${this.#path}/groups/${groupId}/signals`
    return (
      'value' in (await refusalOr(this.#call('POST', path, { schema: SignalResponse, body: { type, isOn: true } })))
    )
  }

  /** What there is to vote on for this person; null where the round stays closed to it. */
  async readVote(roundId: string): Promise<VoteResponse | null> {
    const vote = await refusalOr(this.#call('GET', `${this.#path}/votes/${roundId}`, { schema: VoteResponse }))
    return 'value' in vote ? vote.value : null
  }

  async vote(roundId: string, ballot: Ballot): Promise<boolean> {
    const path = `${this.#path}/votes/${roundId}/ballot`
    return 'value' in (await refusalOr(this.#call('PUT', path, { schema: BallotResponse, body: ballot })))
  }

  /** The merged view; null where it stays closed to this person. */
  async readPlenary(): Promise<PlenaryState | null> {
    const plenary = await refusalOr(this.#call('GET', `${this.#path}/plenary`, { schema: PlenaryState }))
    return 'value' in plenary ? plenary.value : null
  }

  /** Codes with which the board was refused so far. */
  refusalsOf(groupId: GroupId): number {
    const name = documentName('group', groupId)
    return this.participant.refusals.filter((refusal) => refusal.name === name && isErrorCode(refusal.code)).length
  }

  leave(): void {
    this.participant.leave()
  }

  #ownNotes(): OpenedDocument | null {
    const own = this.participant.opened(this.#privateName())
    // A private document begins with its first edit; until then there is nothing to acknowledge.
    return own && own.progress.now > 0 ? own : null
  }

  #privateName(): DocumentName {
    return documentName('private', this.seatId)
  }

  #call<T>(
    method: string,
    path: string,
    call: { readonly schema: { parse(value: unknown): T }; readonly body?: unknown },
  ): Promise<T> {
    return this.#scene.api.call(method, path, { ...call, token: this.participant.token })
  }
}
