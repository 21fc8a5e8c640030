import { observeBoard, readBoard, type Board, type BoardSnapshot } from '@tafelrunde/schema'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { isSameValue } from './isSameValue.ts'

/**
 * Read a value from the board and render again only when it changed. Derived arrays and objects are compared by their
 * parts, so `read` may build them anew each time; it must not depend on anything but its argument and what the
 * component closes over.
 */
export function useBoardValue<T>(board: Board, read: (snapshot: BoardSnapshot) => T): T {
  const last = useRef<{ value: T } | null>(null)
  const get = () => {
    const value = read(readBoard(board))
    if (last.current && isSameValue(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  }
  const subscribe = useCallback((listener: () => void) => observeBoard(board, listener), [board])
  return useSyncExternalStore(subscribe, get)
}
