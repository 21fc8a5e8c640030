import type { Language } from './language.ts'
import type { messages as de } from './messages.de.ts'
import type { boardMessages as boardDe } from './messages.board.de.ts'
import type { stageMessages as stageDe } from './messages.stage.de.ts'
import type { check as checkDe } from './messages/check.de.ts'
import type { groups as groupsDe } from './messages/groups.de.ts'
import type { home as homeDe } from './messages/home.de.ts'
import type { clusters as clustersDe } from './messages/clusters.de.ts'
import type { hiddenWriting as hiddenWritingDe } from './messages/hiddenWriting.de.ts'
import type { legalPages as legalPagesDe } from './messages/legalPages.de.ts'
import type { moderation as moderationDe } from './messages/moderation.de.ts'
import type { offers as offersDe } from './messages/offers.de.ts'
import type { rehearsal as rehearsalDe } from './messages/rehearsal.de.ts'
import type { remote as remoteDe } from './messages/remote.de.ts'
import type { signals as signalsDe } from './messages/signals.de.ts'
import type { votes as votesDe } from './messages/votes.de.ts'
import type { submission as submissionDe } from './messages/submission.de.ts'

/** Widens literal texts, so that the other language may differ in words but not in keys or parameters. */
type Translated<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Translated<T[K]> }

/** Texts of the quiet places (join, home, legal) and of everything that is everywhere. */
export type BaseMessages = Translated<typeof de>

/** Texts of the board and of what every working place shows. */
export type BoardMessages = Translated<typeof boardDe>

/** Texts of cockpit, plenary, screen, results and creating. */
export type StageMessages = Translated<typeof stageDe>

/** Texts of the places before and after a workshop: home, recovery, setting up. */
export type HomeMessages = Translated<{ home: typeof homeDe }>

/** What the legal pages say where the operator says nothing. */
export type LegalPagesMessages = Translated<{ legalPages: typeof legalPagesDe }>

/** Texts of the technical check. */
export type CheckMessages = Translated<{ check: typeof checkDe }>

/** Texts of the dialogs about who wrote what. */
export type ModerationMessages = Translated<{ moderation: typeof moderationDe }>

/** Texts of near-duplicates in the plenary. */
export type OffersMessages = Translated<{ offers: typeof offersDe }>

/** Texts of the check of the plan. */
export type RehearsalMessages = Translated<{ rehearsal: typeof rehearsalDe }>

/** Texts of the remote control. */
export type RemoteMessages = Translated<{ remote: typeof remoteDe }>

/** Texts about who sits where. */
export type GroupsMessages = Translated<{ groups: typeof groupsDe }>
/** Texts for submitting recommendations, and for the way from the plenary to the board. */
export type SubmissionMessages = Translated<{ submission: typeof submissionDe }>

/** Texts of what groups and moderators tell each other on the board. */
export type SignalMessages = Translated<{ signals: typeof signalsDe }>
/** Texts of voting, on the board and in the cockpit. */
export type VoteMessages = Translated<{ votes: typeof votesDe }>
/** Texts of putting notes under one another. */
export type ClusterMessages = Translated<{ clusters: typeof clustersDe }>
/** Texts of hidden writing, on the board and in the cockpit. */
export type HiddenWritingMessages = Translated<{ hiddenWriting: typeof hiddenWritingDe }>

/**
 * Every text of the product, by feature. German is the source; English must have the same keys and parameters.
 * Routes load the sections that their page reads before it is shown (`loadTexts`).
 */
export type Messages = BaseMessages &
  HomeMessages &
  LegalPagesMessages &
  BoardMessages &
  StageMessages &
  CheckMessages &
  ModerationMessages &
  RehearsalMessages &
  RemoteMessages &
  GroupsMessages &
  SignalMessages &
  OffersMessages &
  VoteMessages &
  HiddenWritingMessages &
  ClusterMessages &
  SubmissionMessages

/** Parts of the texts that are fetched when they are first needed, so that joining does not wait for them. */
export type Section =
  | 'home'
  | 'legalPages'
  | 'board'
  | 'stage'
  | 'check'
  | 'moderation'
  | 'rehearsal'
  | 'remote'
  | 'groups'
  | 'signals'
  | 'offers'
  | 'votes'
  | 'hiddenWriting'
  | 'clusters'
  | 'submission'

/** Fetch the base texts of one language; a chunk of its own. */
export async function loadBase(language: Language): Promise<BaseMessages> {
  if (language === 'en') return (await import('./messages.en.ts')).messages
  return (await import('./messages.de.ts')).messages
}

/** Fetch a section in one language. Where each of them lies is a chunk of its own, too: joining needs none. */
export async function loadSection(language: Language, section: Section): Promise<Partial<Messages>> {
  return (await import('./sections.ts')).loadSection(language, section)
}
