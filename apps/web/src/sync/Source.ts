import { useSyncExternalStore } from 'react'

/** A value that changes over time, outside React. */
export interface Source<T> {
  readonly get: () => T
  /** Calls back after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A source that its owner can set. */
export interface MutableSource<T> extends Source<T> {
  readonly set: (value: T) => void
}

/** Make a source; listeners hear only of values that are not the same as before. */
export function createSource<T>(initial: T, isSame: (a: T, b: T) => boolean = Object.is): MutableSource<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (isSame(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a source now; the component renders again when it changes. */
export function useSource<T>(source: Source<T>): T {
  return useSyncExternalStore(source.subscribe, source.get)
}
