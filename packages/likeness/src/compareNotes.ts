import { alignNotes, type Link } from './alignNotes.ts'
import { featuresOf, type Features } from './featuresOf.ts'
import type { Note } from './Note.ts'
import { WEIGHTS } from './weights.ts'

/** How alike two notes are, from 0 to 1, and which words it rests on. */
export interface Likeness {
  readonly score: number
  readonly links: readonly Link[]
}

/** Compare two notes; notes in different languages are never alike. */
export function compareNotes(a: Note, b: Note): Likeness {
  if (a.language !== b.language || a.terms.length === 0 || b.terms.length === 0) return { score: 0, links: [] }
  const alignment = alignNotes(a, b)
  if (alignment.links.length === 0) return { score: 0, links: [] }
  return { score: scoreOf(featuresOf(a, b, alignment)), links: alignment.links }
}

function scoreOf(features: Features): number {
  let sum = WEIGHTS.constant
  for (const name of Object.keys(features) as (keyof Features)[]) sum += WEIGHTS[name] * features[name]
  return 1 / (1 + Math.exp(-sum))
}
