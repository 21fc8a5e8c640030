import type { SeededRandom } from '@tafelrunde/testkit'
import type { Member } from './System.ts'

/** Let people write notes at random moments until the returned function is called; no text comes twice in a run. */
export function keepWriting(members: readonly Member[], random: SeededRandom, everyMs = 5): () => void {
  const timer = setInterval(() => {
    for (const [at, member] of members.entries()) {
      if (random.chance(0.15)) member.write(`${at}-${member.written.length}`)
    }
  }, everyMs)
  return () => clearInterval(timer)
}
