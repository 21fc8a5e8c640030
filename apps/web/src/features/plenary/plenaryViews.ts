/** The views of the plenary, as they stand in the address (`?view=`); the first one when it says nothing. */
export const PLENARY_VIEWS = [
  'fields',
  'columns',
  'recommendations',
  'ranking',
  'matrix',
  'coverage',
  'commitments',
] as const
export type PlenaryViewName = (typeof PLENARY_VIEWS)[number]

/** The view that an address asks for. */
export function plenaryViewOf(value: string | null): PlenaryViewName {
  return PLENARY_VIEWS.find((name) => name === value) ?? 'fields'
}
