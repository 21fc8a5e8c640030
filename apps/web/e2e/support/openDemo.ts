import { startDemo } from '@tafelrunde/demo'
import type { CreateWorkshopResponse } from '@tafelrunde/protocol'

const SEED = 3_032_022

/** Fill a server with the demo workshop in the middle of breakout 1, with nobody typing any more. */
export async function openDemo(baseUrl: string, language: 'de' | 'en'): Promise<CreateWorkshopResponse> {
  const stop = new AbortController()
  const { created, done } = await startDemo({ baseUrl, language, seed: SEED, signal: stop.signal })
  stop.abort()
  await done
  return created
}
