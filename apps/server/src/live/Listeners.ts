/**
 * Those who want to be told of something.
 *
 * A listener that throws is a bug: it is reported as uncaught, everybody else is told all the same, and whoever tells
 * goes on, since what it tells of has happened.
 */
export class Listeners<A extends readonly unknown[]> {
  readonly #listeners = new Set<(...news: A) => void>()

  /** Returns how to stop listening. */
  add(listener: (...news: A) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(...news: A): void {
    for (const listener of this.#listeners) {
      try {
        listener(...news)
      } catch (cause) {
        queueMicrotask(() => {
          throw cause
        })
      }
    }
  }
}
