import { isModerating, parseDocumentName, type DocumentName } from '@tafelrunde/protocol'
import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import { listChecks } from '../checks/keepCheck.ts'
import { listLinks } from '../links/manageLinks.ts'
import { Coalescer } from '../live/Coalescer.ts'
import type { Feed, FeedEvent, FeedOutlet } from '../live/FeedEvent.ts'
import type { Seat } from '../seams.ts'
import { listSeats } from '../seats/changeSeat.ts'
import { listStepNotes } from '../step-notes/keepStepNote.ts'
import { listTray } from '../tray/manageTray.ts'
import { countVotes } from '../votes/readVote.ts'
import type { NewsTopic } from '../workshops/WorkshopNews.ts'
import { boardTile } from './boardTile.ts'
import { listActs } from './listActs.ts'
import { readCockpit, type CockpitParts } from './readCockpit.ts'

/** Four looks a second are live for a person; a tile reads its whole board. */
const INTERVAL_MS = 250

/**
 * Everything that the cockpit shows, as one feed: first `state`, then `run`, `tile`, `seats`, `seating`, `links`,
 * `tray`, `snapshots`, `checks`, `notes`, `screen`, `acts`, `moderators`, `votes` and `hidden` as they change. Ends when
 * the seat is revoked or no longer moderates.
 */
export async function streamCockpit(parts: CockpitParts, seat: Seat, outlet: FeedOutlet): Promise<Feed> {
  const feed = new CockpitFeed(parts, seat, outlet)
  await feed.start()
  return feed
}

/** What is read anew when it has changed. */
type Topic = NewsTopic | 'acts'

class CockpitFeed implements Feed {
  readonly #parts: CockpitParts
  readonly #workshopId: WorkshopId
  readonly #outlet: FeedOutlet
  readonly #coalescer: Coalescer
  readonly #changedGroups = new Set<GroupId>()
  readonly #changedTopics = new Set<Topic>()
  readonly #unsubscribe: (() => void)[] = []
  #isStarted = false
  #isStopped = false

  constructor(parts: CockpitParts, seat: Seat, outlet: FeedOutlet) {
    this.#parts = parts
    this.#workshopId = seat.workshopId
    this.#outlet = outlet
    this.#coalescer = new Coalescer(INTERVAL_MS, () => this.#sendChanges())
    this.#unsubscribe.push(
      parts.cockpitAudience.onChanged((workshopId) => {
        if (workshopId === this.#workshopId) this.#sendModerators()
      }),
      parts.audit.onAppended(({ workshopId }) => {
        if (workshopId === this.#workshopId) this.#changed(['acts'])
      }),
      parts.cockpitAudience.enter(this.#workshopId, seat.id),
      parts.runStates.onChanged((workshopId, run) => {
        if (workshopId === this.#workshopId) this.#send('run', { run, serverTime: parts.now() })
      }),
      parts.documents.onChanged((name) => this.#documentChanged(name, [])),
      parts.documents.onPresenceChanged((name) => this.#documentChanged(name, ['seats'])),
      parts.news.onNews((workshopId, topic) => {
        if (workshopId === this.#workshopId) this.#changed([topic])
      }),
      parts.liveSeats.onSeatChanged((seatId, changed) => {
        if (seatId === seat.id && !(changed && isModerating(changed.role))) outlet.end()
      }),
    )
  }

  async start(): Promise<void> {
    try {
      const state = await readCockpit(this.#parts, this.#workshopId)
      this.#isStarted = true
      this.#send('state', { ...state })
    } catch (cause) {
      this.stop()
      throw cause
    }
    if (this.#changedGroups.size + this.#changedTopics.size > 0) this.#coalescer.wish()
  }

  stop(): void {
    this.#isStopped = true
    this.#coalescer.stop()
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
  }

  #documentChanged(name: DocumentName, topics: readonly Topic[]): void {
    const parsed = parseDocumentName(name)
    const run = this.#parts.runStates.current(this.#workshopId)
    const isBoard = parsed?.kind === 'group' && run?.groups.some(({ id }) => id === parsed.id)
    if (isBoard) this.#changedGroups.add(parsed.id as GroupId)
    else if (parsed?.id !== this.#workshopId) return
    this.#changed(topics)
  }

  #changed(topics: readonly Topic[]): void {
    for (const topic of topics) this.#changedTopics.add(topic)
    if (this.#isStarted) this.#coalescer.wish()
  }

  #sendModerators(): void {
    this.#send('moderators', { seatIds: [...this.#parts.cockpitAudience.of(this.#workshopId)] })
  }

  async #sendChanges(): Promise<void> {
    const groupIds = [...this.#changedGroups]
    const topics = [...this.#changedTopics]
    this.#changedGroups.clear()
    this.#changedTopics.clear()
    try {
      for (const groupId of groupIds) this.#send('tile', { ...(await boardTile(this.#parts.documents, groupId)) })
      for (const topic of topics) this.#send(topic, await this.#read(topic))
    } catch (cause) {
      // The page keeps what it shows; the next change of the same thing sends it whole.
      this.#parts.log.error('cockpit.failed', { workshopId: this.#workshopId }, cause)
    }
  }

  async #read(topic: Topic): Promise<FeedEvent['data']> {
    if (topic === 'seats') return { seats: await listSeats(this.#parts, this.#workshopId) }
    if (topic === 'seating') return { mode: (await this.#parts.seatings.read(this.#workshopId)).mode }
    if (topic === 'links') return { links: await listLinks(this.#parts, this.#workshopId) }
    if (topic === 'tray') return { entries: await listTray(this.#parts, this.#workshopId) }
    if (topic === 'acts') return { acts: await listActs(this.#parts, this.#workshopId) }
    if (topic === 'votes') return { votes: await countVotes(this.#parts, this.#workshopId) }
    if (topic === 'hidden') return { ...(await this.#parts.hiddenNotes.count(this.#workshopId)) }
    if (topic === 'checks') return { checks: await listChecks(this.#parts, this.#workshopId) }
    if (topic === 'notes') return { notes: await listStepNotes(this.#parts, this.#workshopId) }
    if (topic === 'screen') return { screen: this.#parts.shownPages.of(this.#workshopId) }
    return { snapshots: await this.#parts.snapshots.list(this.#workshopId) }
  }

  #send(event: string, data: FeedEvent['data']): void {
    if (this.#isStarted && !this.#isStopped) this.#outlet.send({ event, data })
  }
}
