import { useSyncExternalStore } from 'react'

/** A value outside React that notifies synchronously; for state that changes per pointer move. */
export class Store<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(initial: T) {
    this.#value = initial
  }

  get = (): T => this.#value

  set(next: T): void {
    if (Object.is(next, this.#value)) return
    this.#value = next
    for (const listener of this.#listeners) listener()
  }

  patch(change: Partial<T>): void {
    this.set({ ...this.#value, ...change })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Re-renders only when the read part changes; `read` returns a primitive or an object kept in the store. */
export function useStore<T, Part>(store: Store<T>, read: (value: T) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => read(store.get()))
}
