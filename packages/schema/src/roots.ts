/**
 * The roots of a board document that people write. Whatever a step can allow separately is a root of its own; schema,
 * permission table and front layer share this list. Every root is a top-level Y.Map keyed by id, every entry a Y.Map.
 */
export const BOARD_ROOTS = ['canvases', 'items', 'recommendations', 'sketch', 'comments', 'reactions'] as const

/** One writable root of a board document. */
export type BoardRoot = (typeof BOARD_ROOTS)[number]

/** The root that only the server writes: the schema version of the document. */
export const META_ROOT = 'meta'

/** Whether a root name from an update is one that people may write. */
export function isBoardRoot(name: string): name is BoardRoot {
  return (BOARD_ROOTS as readonly string[]).includes(name)
}
