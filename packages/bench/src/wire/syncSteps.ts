/** Message types of y-protocols/sync. */
export const STEP_ONE = 0
export const STEP_TWO = 1
export const UPDATE = 2

/** State vector of an empty document. */
export const EMPTY_STATE_VECTOR: Uint8Array = new Uint8Array([0])
/** An update without structs and deletions. */
export const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0])
