import type { SeededRandom } from '@tafelrunde/participant/random'

type Fill = (into: Uint8Array) => Uint8Array

const realFill: Fill = crypto.getRandomValues.bind(crypto)
let fill = realFill

// Libraries bind the platform's source when they are loaded, so it is replaced for good when this module is loaded, by
// one that can be switched. Import it before Yjs, or its client ids stay random.
Object.defineProperty(crypto, 'getRandomValues', { configurable: true, value: (into: Uint8Array) => fill(into) })

/**
 * Let everything in this process that asks the platform for randomness get it from a seed; call the result to end that.
 *
 * Not part of the package's index, because its import replaces the platform's source (by itself, until this is called).
 */
export function installRandom(random: SeededRandom): () => void {
  const realMathRandom = Math.random
  Math.random = () => random.fraction()
  fill = (into) => {
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = random.integer(0, 256)
    return into
  }
  return () => {
    Math.random = realMathRandom
    fill = realFill
  }
}
