import type * as Y from 'yjs'
import { resolveRoots, type ResolvedUpdate } from '../../src/front/resolveRoots.ts'
import { scanUpdate, type UpdateVisitor } from '../../src/front/scanUpdate.ts'

/** What decides whether bytes may go on to the journal and to Yjs; a parameter, so that the suites can be tested. */
export interface PreScan {
  scan(bytes: Uint8Array, visitor: UpdateVisitor): void
  resolve(ydoc: Y.Doc, bytes: Uint8Array): ResolvedUpdate
}

/** The one that the server uses. */
export const ours: PreScan = { scan: scanUpdate, resolve: resolveRoots }
