import type { ScreenLayout } from '@tafelrunde/schema/plain'
import {
  ChartScatter,
  Columns3,
  Handshake,
  LayoutGrid,
  ListChecks,
  ListOrdered,
  StickyNote,
  Table2,
  TextQuote,
  Vote,
  type LucideIcon,
} from 'lucide-react'

/** Layouts to choose from, in the order of a day. */
export const OFFERED_LAYOUTS = [
  'instruction',
  'board',
  'fields',
  'columns',
  'vote',
  'recommendations',
  'ranking',
  'matrix',
  'coverage',
  'commitments',
] as const satisfies readonly ScreenLayout[]

const ICONS: Readonly<Record<ScreenLayout, LucideIcon>> = {
  instruction: TextQuote,
  board: StickyNote,
  fields: LayoutGrid,
  columns: Columns3,
  vote: Vote,
  recommendations: ListChecks,
  ranking: ListOrdered,
  matrix: ChartScatter,
  coverage: Table2,
  commitments: Handshake,
}

/** The picture of a layout. */
export function layoutIcon(layout: ScreenLayout): LucideIcon {
  return ICONS[layout]
}
