import type { SeededRandom } from '../SeededRandom.ts'

/**
 * Let everything in this process that asks the platform for randomness when it is needed get it from a seed; call the
 * result to end that. Yjs takes its source when it is loaded: give documents their `clientID` where it matters.
 */
export function installRandom(random: SeededRandom): () => void {
  const realMathRandom = Math.random
  const realGetRandomValues = Object.getOwnPropertyDescriptor(crypto, 'getRandomValues')
  Math.random = () => random.fraction()
  Object.defineProperty(crypto, 'getRandomValues', {
    configurable: true,
    value: (into: Uint8Array) => {
      for (let at = 0; at < into.length; at += 1) into[at] = random.integer(0, 256)
      return into
    },
  })
  return () => {
    Math.random = realMathRandom
    if (realGetRandomValues) Object.defineProperty(crypto, 'getRandomValues', realGetRandomValues)
    else Reflect.deleteProperty(crypto, 'getRandomValues')
  }
}
