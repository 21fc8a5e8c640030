import type { ChannelFit, FieldTemplate } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { EntryCard } from './EntryCard.tsx'
import { HandleButton } from './HandleButton.tsx'
import type { MergedCard } from './mergedCards.ts'
import { usePlenary } from './PlenaryContext.ts'
import { useReorder } from './useReorder.ts'

export interface EntryListProps {
  cards: readonly MergedCard[]
  field: FieldTemplate
  fits: ReadonlyMap<string, ChannelFit>
  /** Chosen entries while folding; null otherwise. */
  chosen: readonly string[] | null
  onToggle: (key: string) => void
}

/** The entries of one section in the plenary's order, which moderators decide. */
export function EntryList({ cards, field, fits, chosen, onToggle }: EntryListProps) {
  const t = useText().plenary
  const { isFresh, boardUrl, mayDecide, decide } = usePlenary()
  const byKey = new Map(cards.map((card) => [card.entry.key, card]))
  const { keys, carriedKey, list, handleOf, stepOf } = useReorder<HTMLUListElement>([...byKey.keys()], (key, place) =>
    decide({ type: 'move', entryKey: key, ...place }),
  )
  const maySort = mayDecide && chosen === null && cards.length > 1
  return (
    <ul ref={list}>
      {keys.map((key) => {
        const card = byKey.get(key)
        return card ? (
          <EntryCard
            key={key}
            card={card}
            field={field}
            fit={fits.get(key)}
            isFresh={[card.entry, ...card.folded].some((entry) => isFresh(entry.key))}
            boardUrl={(groupId, itemId) => boardUrl(groupId, { itemId })}
            folding={chosen && { isChosen: chosen.includes(key), onToggle: () => onToggle(key) }}
            onUnfold={
              mayDecide && card.folded.length > 0
                ? () => void decide({ type: 'unfold', headKey: key }, t.unfolded)
                : null
            }
            sorting={
              maySort
                ? {
                    isCarried: carriedKey === key,
                    handle: (
                      <HandleButton {...handleOf(key)} label={t.reorder.handle({ text: card.entry.plainText })} />
                    ),
                    up: stepOf(key, -1),
                    down: stepOf(key, 1),
                  }
                : null
            }
          />
        ) : null
      })}
    </ul>
  )
}
