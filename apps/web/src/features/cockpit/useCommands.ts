import type { RunCommand } from '@tafelrunde/protocol'
import { useCallback, useRef, useState } from 'react'
import { commandKey } from './commandKey.ts'

/** Sends commands, each once: a second press while the first is under way does nothing. */
export function useCommands(send: (command: RunCommand) => Promise<boolean>): {
  readonly command: (command: RunCommand, whenDone?: () => void) => void
  /** A step is on its way; its buttons show it. */
  readonly isStepping: boolean
} {
  const pending = useRef(new Set<string>())
  const [steps, setSteps] = useState(0)
  const command = useCallback(
    (wish: RunCommand, whenDone?: () => void): void => {
      const key = commandKey(wish)
      if (pending.current.has(key)) return
      pending.current.add(key)
      const isStep = wish.type.startsWith('step.')
      if (isStep) setSteps((count) => count + 1)
      void send(wish)
        .then((isDone) => isDone && whenDone?.())
        .finally(() => {
          pending.current.delete(key)
          if (isStep) setSteps((count) => count - 1)
        })
    },
    [send],
  )
  return { command, isStepping: steps > 0 }
}
