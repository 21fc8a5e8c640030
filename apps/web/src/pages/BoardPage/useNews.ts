import { FREE_FIELD, fieldOf, templateOf, type Item } from '@tafelrunde/schema'
import { useEffect, useRef } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'

/** News are gathered so long: a screen reader must not be talked over by a busy group. */
const GATHER_MS = 10_000

/** Sums up for screen readers what others have added, field by field. */
export function useNews(items: readonly Item[]): void {
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const known = useRef<Set<string> | null>(null)
  const news = useRef(new Map<string, number>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    const before = known.current
    known.current = new Set(items.map((item) => item.id))
    if (!before) return
    for (const item of items) {
      if (before.has(item.id) || item.author === desk.seat.id || item.state !== 'active') continue
      const canvas = desk.snapshot().canvases.find((candidate) => candidate.id === item.canvasId)
      const field = canvas && fieldOf(templateOf(canvas.templateId), item.fieldId)
      const name = item.fieldId === FREE_FIELD ? t.freeArea : field?.label[language]
      if (name) news.current.set(name, (news.current.get(name) ?? 0) + 1)
    }
    if (news.current.size === 0 || timer.current) return
    timer.current = setTimeout(() => {
      timer.current = null
      const text = [...news.current].map(([field, count]) => t.newNotes({ count, field })).join('. ')
      news.current.clear()
      announce(text)
    }, GATHER_MS)
  }, [items, desk, t, language])

  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
}
