export type { Language } from './Language.ts'
export { LikenessIndex, type Match } from './LikenessIndex.ts'
export { prepareLanguage } from './prepareLanguage.ts'
export { reasonsOf, type Reason } from './reasonsOf.ts'
