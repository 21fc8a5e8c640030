export { AppError, ERRORS, isErrorCode, type ClientBehaviour, type ErrorCode, type ErrorMapping } from './errors.ts'
export {
  ROLES,
  isModerating,
  isWriting,
  refuseRead,
  refuseWrite,
  type ReadQuestion,
  type Role,
  type WriteQuestion,
} from './permissions.ts'
export {
  documentName,
  parseDocumentName,
  type DocumentKind,
  type DocumentName,
  type ParsedDocumentName,
} from './documentName.ts'
export { boardOfNote } from './boardOfNote.ts'
export { encodeRefusalMessage, parseRefusalMessage, type RefusalMessage } from './refusal.ts'
export { Done, ErrorBody, Id, IsoTime, Language, RoleName, Token } from './api/common.ts'
export {
  AddGroupRequest,
  AddGroupResponse,
  CreateLinkRequest,
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  EditGroupRequest,
  EditWorkshopRequest,
  GroupRequest,
  LinkRecord,
  LinksResponse,
  RunResponse,
  RunStateBody,
  StepRequest,
  VotePlanRequest,
  WorkshopResponse,
} from './api/workshops.ts'
export {
  EditSeatRequest,
  InstanceResponse,
  InviteRequest,
  InviteResponse,
  JoinRequest,
  JoinResponse,
  LegalPageResponse,
  NewRecoveryCodeResponse,
  OwnSeatResponse,
  RecoverRequest,
  SeatRecord,
  SeatsResponse,
  SetupRequest,
  SetupResponse,
} from './api/seats.ts'
export {
  AdmitSeatsRequest,
  AssignSeatsRequest,
  AssignmentEntry,
  EditSeatingRequest,
  SeatingMode,
  SeatingResponse,
} from './api/seating.ts'
export { groupByList, nameKey, type ListMatch } from './groupByList.ts'
export {
  CreateSnapshotRequest,
  EditTrayRequest,
  PutTrayRequest,
  SnapshotRecord,
  SnapshotsResponse,
  TrayEntry,
  TrayResponse,
} from './api/runState.ts'
export {
  PlanCheckResponse,
  PlanProblemRecord,
  RehearsalCounts,
  RehearsalProblemRecord,
  RehearsalRecord,
  RehearsalResponse,
} from './api/rehearsal.ts'
export { RunCommand } from './api/runCommands.ts'
export { SignalRequest, SignalResponse } from './api/signals.ts'
export {
  HiddenCounts,
  RevealOwnRequest,
  RevealOwnResponse,
  RevealRequest,
  RevealResponse,
} from './api/hiddenWriting.ts'
export { TicketRequest, TicketResponse } from './api/tickets.ts'
export { ActsResponse, BoardTile, CockpitAct, CockpitState, ModeratorsResponse } from './api/cockpit.ts'
export {
  Author,
  EntryAuthorsResponse,
  MAX_UNDO_MINUTES,
  UndoneBoard,
  UndoSeatRequest,
  UndoSeatResponse,
} from './api/moderation.ts'
export { CHECK_TOPICS, verdictOf, type CheckState, type CheckTopic, type CheckVerdict } from './checks.ts'
export { CheckRecord, CheckReport, ChecksResponse, KeepCheckRequest } from './api/checks.ts'
export { PlenaryCommand, PlenaryState } from './api/plenary.ts'
export { Offer, OfferReason, OffersResponse } from './api/offers.ts'
export {
  MAX_STEP_NOTE_CHARACTERS,
  PutStepNoteRequest,
  ShownPage,
  ShownPageRequest,
  ShownPageResponse,
  StepNote,
  StepNoteResponse,
  StepNotesResponse,
} from './api/stage.ts'
export {
  Allocation,
  Ballot,
  BallotResponse,
  Estimate,
  EstimateSummary,
  MAX_PROXY_BALLOTS,
  MAX_VOTE_OPTIONS,
  OpenVoteRequest,
  OptionResult,
  PrioritiesResponse,
  ProxyBallotRequest,
  Turnout,
  VoteCount,
  VoteOption,
  VoteResponse,
  VoteResults,
  WinnersRequest,
} from './api/votes.ts'
export {
  SubmissionCode,
  SubmissionEvent,
  SubmissionRecord,
  SubmissionsResponse,
  SubmitRequest,
  WithdrawRequest,
} from './api/submissions.ts'
