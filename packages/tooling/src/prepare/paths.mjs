import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's top folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..')

/** Everything that the start downloads for itself; not committed, may be deleted at any time. */
export const TOOLS_DIR = join(ROOT, '.tools')
