import type { PlenaryCommand } from '@tafelrunde/protocol'
import type { GroupId, PlenaryView, RecommendationFigures } from '@tafelrunde/schema/plain'
import { createContext, use } from 'react'

/** What all views of one open plenary share. */
export interface PlenaryTools {
  readonly view: PlenaryView
  /** Moderators decide; everybody else reads. */
  readonly mayDecide: boolean
  readonly figures: ReadonlyMap<string, RecommendationFigures>
  readonly isFresh: (key: string) => boolean
  /** Address of an original on its board; null if this person may not read that board. */
  readonly boardUrl: (
    groupId: GroupId,
    original: { readonly itemId?: string; readonly recommendationId?: string },
  ) => string | null
  /** Send a decision; `done` is told when it was taken. False: it was not, and the person was told why. */
  readonly decide: (command: PlenaryCommand, done?: string) => Promise<boolean>
  /** Ask whether a submission is to be withdrawn. */
  readonly withdraw: (code: string) => void
}

export const PlenaryContext = createContext<PlenaryTools | null>(null)

export function usePlenary(): PlenaryTools {
  const tools = use(PlenaryContext)
  if (!tools) throw new Error('a part of the plenary is used outside of it')
  return tools
}
