import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { helpQueue, type TileModel } from './tileOf.ts'

/** Calls for help where they are noticed: in the title of a tab that is not looked at, and spoken once, politely. */
export function useHelpSign(tiles: readonly TileModel[]): void {
  const t = useText()
  const calls = helpQueue(tiles)
  const count = calls.length
  const plainTitle = `${t.places.titles.cockpit} · ${t.places.product}`
  const title = count === 0 ? plainTitle : t.cockpit.help.sign({ count, title: t.places.titles.cockpit })
  useEffect(() => {
    // After the place's own title, which is set in the same turn when the language changes.
    queueMicrotask(() => {
      document.title = title
    })
    return () => {
      if (document.title === title) document.title = plainTitle
    }
  }, [title, plainTitle])

  const known = useRef<ReadonlySet<string>>(new Set())
  const keys = JSON.stringify(calls.map((tile) => [`${tile.group.id}/${tile.help?.at}`, tile.group.name]))
  useEffect(() => {
    const now = JSON.parse(keys) as [key: string, name: string][]
    for (const [key, name] of now) if (!known.current.has(key)) announce(t.cockpit.help.called({ name }))
    known.current = new Set(now.map(([key]) => key))
  }, [keys, t])
}
