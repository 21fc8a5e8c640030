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
export { encodeRefusalMessage, parseRefusalMessage, type RefusalMessage } from './refusal.ts'
