import type { Offer, PlenaryCommand } from '@tafelrunde/protocol'
import type { PlenaryView } from '@tafelrunde/schema/plain'
import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { ApiError } from '../../../api/callApi.ts'
import type { StoredSeat } from '../../../api/seats.ts'
import { errorText } from '../../../i18n/errorText.ts'
import { useText } from '../../../i18n/useText.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { showToast } from '../../../ui/Toast.tsx'
import { decidePlenary } from '../plenaryActions.ts'
import { OfferCard } from './OfferCard.tsx'
import { offerCards } from './offerCards.ts'
import { useOffers } from './useOffers.ts'
import './OffersPanel.css'

export interface OffersPanelProps {
  id: string
  seat: StoredSeat
  view: PlenaryView
  /** As the stream has told them; null if it has not. */
  offers: readonly Offer[] | null
  onClose: () => void
}

/** Near-duplicates for moderators, beside the merged view. Nothing happens until somebody decides. */
export function OffersPanel({ id, seat, view, offers: streamed, onClose }: OffersPanelProps) {
  const t = useText()
  const offers = useOffers(seat, streamed)
  const cards = useMemo(() => offerCards(offers ?? [], view), [offers, view])
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const closeByKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close()
    }
    const element = panel.current
    element?.addEventListener('keydown', closeByKey)
    heading.current?.focus()
    return () => element?.removeEventListener('keydown', closeByKey)
  }, [])

  const decide = async (
    command: PlenaryCommand,
    done: { readonly text: string; readonly undo: PlenaryCommand | null } | null,
  ): Promise<void> => {
    try {
      await decidePlenary(seat, command)
      if (!done) return
      const { text, undo } = done
      showToast({ text, ...(undo && { action: { label: t.offers.undo, run: () => void decide(undo, null) } }) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: t.plenary.failed({ problem: errorText(t, error.code) }), kind: 'problem' })
    }
  }
  const fold = (headKey: string, keys: readonly string[]): Promise<void> => {
    const entryKeys = keys.filter((key) => key !== headKey)
    // Under a head that had something folded already, unfolding would take that apart as well; the card offers it.
    const isStack = view.entries.some(({ foldedInto }) => foldedInto === headKey)
    const undo: PlenaryCommand | null = isStack ? null : { type: 'unfold', headKey }
    return decide({ type: 'fold', headKey, entryKeys }, { text: t.plenary.folded, undo })
  }
  const differ = (keys: readonly string[]): Promise<void> => {
    const command = { type: 'differ' as const, keys: [...keys], areDifferent: true }
    return decide(command, { text: t.offers.differed, undo: { ...command, areDifferent: false } })
  }
  return (
    <aside id={id} className="offers-panel" aria-labelledby={`${id}-title`} ref={panel}>
      <header>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
          {t.offers.title}
        </h2>
        <IconButton size="s" label={t.offers.close} icon={<Icon of={X} />} onClick={onClose} />
      </header>
      <p className="small soft">
        {offers === null ? t.offers.searching : cards.length > 0 ? t.offers.hint : t.offers.empty}
      </p>
      <ol>
        {cards.map((card, index) => (
          <OfferCard
            key={card.offer.key}
            card={card}
            number={index + 1}
            count={cards.length}
            onFold={fold}
            onDiffer={differ}
          />
        ))}
      </ol>
    </aside>
  )
}
