import type { AddressInfo } from 'node:net'
import { setTimeout as setTimeoutPromise } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SqliteCheckStore } from './checks/SqliteCheckStore.ts'
import { CockpitAudience } from './cockpit/CockpitAudience.ts'
import { allowedHostsOf, allowedOriginsOf, baseUrlOf, ownAddressOf, type Config } from './config.ts'
import { admitSeat } from './front/admitSeat.ts'
import { HttpEndpoint } from './front/http/HttpEndpoint.ts'
import { HiddenNotes } from './hidden-writing/HiddenNotes.ts'
import { Revealing } from './hidden-writing/Revealing.ts'
import { SqlitePrivateDocumentStore } from './hidden-writing/SqlitePrivateDocumentStore.ts'
import { createHttpApp } from './http/createHttpApp.ts'
import { EventStreams } from './http/EventStreams.ts'
import type { HttpParts } from './http/HttpParts.ts'
import { LinkThrottle } from './links/LinkThrottle.ts'
import { SqliteLinkStore } from './links/SqliteLinkStore.ts'
import { SeatUndos } from './moderation/SeatUndos.ts'
import type { Log } from './observability/log.ts'
import { Throttle } from './live/Throttle.ts'
import { createMetrics } from './observability/metrics.ts'
import { LiveOffers } from './plenary/duplicates/LiveOffers.ts'
import { LivePlenary } from './plenary/LivePlenary.ts'
import { Rehearsals } from './rehearsal/Rehearsals.ts'
import { SqliteRehearsalCopyStore } from './rehearsal/SqliteRehearsalCopyStore.ts'
import { LiveRunStates } from './run-state/LiveRunStates.ts'
import { endSteps } from './run-state/soft-end/endSteps.ts'
import { softEndsOf } from './run-state/soft-end/softEnds.ts'
import { partTurnsOf } from './run-state/step-parts/partTurns.ts'
import { turnParts } from './run-state/step-parts/turnParts.ts'
import { StepClock } from './run-state/StepClock.ts'
import type { Database } from './seams.ts'
import { ShownPages } from './screen/ShownPages.ts'
import { LiveSeats } from './seats/LiveSeats.ts'
import { RecoveryBrake } from './seats/RecoveryBrake.ts'
import { SqliteSeatingStore } from './seats/SqliteSeatingStore.ts'
import { SqliteSeatStore } from './seats/SqliteSeatStore.ts'
import { LegalPages } from './setup/LegalPages.ts'
import { SqliteCreatorStore } from './setup/SqliteCreatorStore.ts'
import { makeSetupLink } from './setup/tradeSetupToken.ts'
import { SqliteSnapshotStore } from './snapshots/SqliteSnapshotStore.ts'
import { SqliteStepNoteStore } from './step-notes/SqliteStepNoteStore.ts'
import { SqliteSubmissionStore } from './submissions/SqliteSubmissionStore.ts'
import { createSync } from './sync/createSync.ts'
import { LiveTickets } from './tickets/LiveTickets.ts'
import { SqliteTicketStore } from './tickets/SqliteTicketStore.ts'
import { SqliteTrayStore } from './tray/SqliteTrayStore.ts'
import { RoundKeeper } from './votes/RoundKeeper.ts'
import { SqliteVoteStore } from './votes/SqliteVoteStore.ts'
import { VoteFacts } from './votes/VoteFacts.ts'
import { AuditLog } from './workshops/AuditLog.ts'
import { SqliteWorkshopStore } from './workshops/SqliteWorkshopStore.ts'
import { WorkshopNews } from './workshops/WorkshopNews.ts'

/** The version that clients see; the same as in package.json. */
const VERSION = '0.1.0'

/** Some tries in a row while somebody changes networks, then one in ten seconds. */
const CHECKS_PER_SEAT = { burst: 10, perSecond: 0.1 }

/** Somebody who is unsure presses a few times in a row; the run state of everybody changes with each. */
const SIGNALS_PER_SEAT = { burst: 8, perSecond: 0.2 }

/** Somebody shows a late note, and another one; each asks all devices of the seat for what is under way. */
const REVEALS_PER_SEAT = { burst: 6, perSecond: 0.2 }

/** A scribe hands in a list at once or one by one; every page of the workshop asks anew after each. */
const SUBMISSIONS_PER_SEAT = { burst: 20, perSecond: 0.5 }

/** A person who leafs through quickly is followed; a page is worth one line in a second at most. */
const PAGES_PER_SEAT = { burst: 20, perSecond: 1 }
/** Somebody who gives and takes back dots as fast as a hand can; whoever sends more is no hand. */
const BALLOTS_PER_SEAT = { burst: 40, perSecond: 2 }

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** What a composed server is given; the database is opened by whoever can tell a person what is wrong with it. */
export interface ServerNeeds {
  readonly database: Database
  readonly log: Log
  /** Folder of the built web client; the one of this repository if not given. */
  readonly webRoot?: string
  /** Server time, epoch milliseconds; a test gives its own. */
  readonly now?: () => number
  /** How many times faster than usual workshops are rehearsed; for tests. */
  readonly rehearsalPace?: number
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number
  readonly baseUrl: string
  /** One-time link for the first creation token; null when somebody has set the server up. */
  readonly setupLink: string | null
  readonly hasLegalPages: boolean
  /** Count a bug that nothing has caught. */
  noteFailure(origin: string): void
  /** Lets clients go, writes what is unwritten, stops listening; the database stays open. */
  close(): Promise<void>
}

/** The only place that chooses implementations: stores, live parts, sync, HTTP, in the order of their needs. */
export async function composeServer(config: Config, needs: ServerNeeds): Promise<RunningServer> {
  const { database, log } = needs
  const now = needs.now ?? Date.now
  // For how long ago and how often: a wall clock can be set.
  const elapsed = needs.now ?? (() => performance.now())
  let port = config.port
  const baseUrl = (): string => baseUrlOf(config, port)

  const workshops = new SqliteWorkshopStore(database)
  const seats = new SqliteSeatStore(database)
  const creators = new SqliteCreatorStore(database)
  const liveSeats = new LiveSeats(seats)
  const runStates: LiveRunStates = new LiveRunStates({ workshops, documents: () => sync.documents })
  const stepClock = new StepClock({
    runStates,
    now,
    elapsed,
    log,
    plan: (run) => [...softEndsOf(run).map(({ key, closesAt: at }) => ({ key, at })), ...partTurnsOf(run)],
    carryOut: async (workshopId, dueKeys) => {
      await endSteps(parts, workshopId, dueKeys)
      await turnParts(parts, workshopId, dueKeys)
    },
  })
  const tickets = new SqliteTicketStore(database)
  const isAllowedOrigin = (origin: string): boolean => allowedOriginsOf(config, port).has(origin)
  const sync = createSync({
    db: database,
    seats: liveSeats,
    tickets: new LiveTickets({ tickets, liveSeats, now }),
    runStates,
    log,
    isAllowedOrigin,
  })
  const { documents, front } = sync
  const syncOverHttp = new HttpEndpoint({
    front,
    isAllowedOrigin,
    onRefused: (code) => log.info('sync.socketRefused', { code }),
    onFault: (cause) => log.error('http.failed', { method: 'ANY', route: '/sync/http' }, cause),
  })
  const submissions = new SqliteSubmissionStore(database)
  const votes = new SqliteVoteStore(database)
  const plenary = new LivePlenary({ documents, runStates, submissions, votes, log })
  const offers = new LiveOffers({ documents, runStates, log, plenary })
  const metrics = createMetrics()
  const legal = new LegalPages(config.legal, config.dataDir)
  const audit = new AuditLog(database, log)
  const news = new WorkshopNews()
  const privateDocuments = new SqlitePrivateDocumentStore(database)
  const hiddenNotes = new HiddenNotes({ documents, runStates, seats, news, privateDocuments })
  const revealing = new Revealing({ documents, runStates, audit, log, now, news, privateDocuments, hiddenNotes })
  const seatings = new SqliteSeatingStore(database)
  const rehearsals = new Rehearsals({
    workshops,
    seats,
    seatings,
    liveSeats,
    runStates,
    documents,
    hiddenNotes,
    audit,
    log,
    now,
    copies: new SqliteRehearsalCopyStore(database),
    ownAddress: () => ownAddressOf(config, port),
    pace: needs.rehearsalPace ?? 1,
  })

  const parts: HttpParts = {
    workshops,
    seats,
    seatings,
    tickets,
    creators,
    links: new SqliteLinkStore(database),
    tray: new SqliteTrayStore(database),
    snapshots: new SqliteSnapshotStore(database),
    checks: new SqliteCheckStore(database),
    stepNotes: new SqliteStepNoteStore(database),
    shownPages: new ShownPages(),
    votes,
    voteFacts: new VoteFacts(votes),
    submissions,
    audit,
    documents,
    assertMayRead: async (seat, document) => void (await admitSeat(runStates, seat, document)),
    runStates,
    liveSeats,
    news,
    cockpitAudience: new CockpitAudience(),
    signalThrottle: new Throttle(elapsed, SIGNALS_PER_SEAT),
    revealThrottle: new Throttle(elapsed, REVEALS_PER_SEAT),
    submissionThrottle: new Throttle(elapsed, SUBMISSIONS_PER_SEAT),
    log,
    now,
    baseUrl,
    retentionDays: config.retentionDays,
    plenary,
    offers,
    linkThrottle: new LinkThrottle(elapsed),
    checkThrottle: { ofLinks: new LinkThrottle(elapsed), ofSeats: new Throttle(elapsed, CHECKS_PER_SEAT) },
    screenThrottle: new Throttle(elapsed, PAGES_PER_SEAT),
    ballotThrottle: new Throttle(elapsed, BALLOTS_PER_SEAT),
    recoveryBrake: new RecoveryBrake({ now: elapsed, wait: (ms) => setTimeoutPromise(ms) }),
    seatUndos: new SeatUndos({ documents, runStates, seats, audit, log, now }),
    hiddenNotes,
    revealing,
    rehearsals,
    streams: new EventStreams({ log, metrics }),
    syncOverHttp: (call, request, response) => syncOverHttp.answer(call, request, response),
    metrics,
    legal,
    version: VERSION,
    whoMayCreate: config.whoMayCreate,
    isCreationLocalOnly: config.isCreationLocalOnly,
    isReady: () => database.isHealthy(),
    hosts: () => allowedHostsOf(config, port),
    origins: () => allowedOriginsOf(config, port),
  }
  const roundKeeper = new RoundKeeper(parts)
  const app = await createHttpApp(parts, {
    webRoot: needs.webRoot ?? WEB_ROOT,
    trustedProxies: config.trustedProxies,
    isHttps: config.publicUrl?.startsWith('https:') ?? false,
  })
  sync.attach(app.server)
  await app.listen({ host: config.host, port: config.port })
  port = (app.server.address() as AddressInfo).port

  // A stop in the middle of closing must not keep what was promised to be deleted.
  void revealing.deleteOfClosed().catch((cause: unknown) => log.error('notes.deletionFailed', {}, cause))

  // What a rehearsal has made is for nobody to find.
  void rehearsals.sweep().catch((cause: unknown) => log.error('rehearsal.notSwept', {}, cause))

  const { imprint, privacy, accessibility } = await legal.links()
  return {
    port,
    baseUrl: baseUrl(),
    setupLink: await makeSetupLink(parts, config.whoMayCreate),
    hasLegalPages: imprint !== null && privacy !== null && accessibility !== null,
    noteFailure: (origin) => metrics.failures.inc({ origin }),
    close: async () => {
      await rehearsals.close()
      offers.close()
      stepClock.close()
      roundKeeper.close()
      plenary.close()
      hiddenNotes.close()
      parts.streams.closeAll()
      await sync.stop()
      await app.close()
    },
  }
}
