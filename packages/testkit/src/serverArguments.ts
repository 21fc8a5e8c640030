import { readFileSync } from 'node:fs'

/**
 * What Node is told before the entry of the server, as `npm start` tells it.
 *
 * The young generation is bounded: by default it grows with the memory of the machine, to 64 MB per half and thread,
 * and a busy server then takes hundreds of MB for garbage that it could collect.
 */
export const SERVER_ARGUMENTS: readonly string[] = JSON.parse(
  readFileSync(new URL('../../../apps/server/node-arguments.json', import.meta.url), 'utf8'),
) as string[]
