import type { DossierWords } from './labels/dossierWords.ts'
import type { ResultsGroup } from './ResultsModel.ts'

/** "Gruppe B: Familien", or the common board's name. */
export function groupHeading(group: ResultsGroup, words: DossierWords): string {
  if (group.kind === 'common') return group.name || words.commonBoard
  return group.name ? `${words.group} ${group.letter}: ${group.name}` : `${words.group} ${group.letter}`
}
