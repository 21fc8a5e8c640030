import type { OfferReason } from '@tafelrunde/protocol'
import { Minus, Plus } from 'lucide-react'
import { use, useId, useState } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import type { Messages } from '../../../i18n/messages.ts'
import { useText } from '../../../i18n/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ContentLanguage } from '../ContentLanguage.ts'
import type { OfferCardModel, OfferedText } from './offerCards.ts'

export interface OfferCardProps {
  card: OfferCardModel
  number: number
  count: number
  /** Of the texts that were not left out. */
  onFold: (headKey: string, keys: readonly string[]) => Promise<void>
  onDiffer: (keys: readonly string[]) => Promise<void>
}

/** Texts that may say the same: what they are, why, and what the plenary decides. */
export function OfferCard({ card, number, count, onFold, onDiffer }: OfferCardProps) {
  const t = useText()
  const language = useLanguage()
  const [first] = card.texts as readonly [OfferedText]
  const [chosen, setChosen] = useState(first.key)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setIsBusy] = useState(false)
  const kept = card.texts.map(({ key }) => key).filter((key) => !leftOut.has(key))
  const headKey = kept.includes(chosen) ? chosen : (kept[0] ?? first.key)
  const isFoldable = card.offer.kind === 'entries'
  const place = card.field ? card.field.label[language] : isFoldable ? '' : t.offers.recommendations
  const run = async (action: () => Promise<void>): Promise<void> => {
    setIsBusy(true)
    await action()
    setIsBusy(false)
  }
  return (
    <li className="offer-card">
      <h3 className="small soft">
        <span className="visually-hidden">{t.offers.offerOf({ number, count })}: </span>
        {place}
      </h3>
      {isFoldable ? (
        <LeadChoice
          texts={card.texts}
          value={headKey}
          onChange={setChosen}
          leftOut={leftOut}
          onLeaveOut={(key) => setLeftOut(new Set(kept.includes(key) ? [...leftOut, key] : without(leftOut, key)))}
        />
      ) : (
        <ul className="offer-texts">
          {card.texts.map((text) => (
            <li key={text.key}>
              <OfferText text={text} />
            </li>
          ))}
        </ul>
      )}
      <ul className="offer-reasons small" aria-label={t.offers.why}>
        {card.offer.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{reasonText(t, reason)}</li>
        ))}
      </ul>
      {!isFoldable && <p className="small soft">{t.offers.recommendationsHint}</p>}
      <div className="offer-actions">
        <Button size="s" disabled={isBusy || kept.length < 2} onClick={() => void run(() => onDiffer(kept))}>
          {t.offers.differ}
        </Button>
        {isFoldable && (
          <Button
            size="s"
            variant="primary"
            disabled={isBusy || kept.length < 2}
            onClick={() => void run(() => onFold(headKey, kept))}
          >
            {t.plenary.fold}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Which of the texts is shown on top when they are one. */
function LeadChoice({
  texts,
  value,
  onChange,
  leftOut,
  onLeaveOut,
}: {
  texts: readonly OfferedText[]
  value: string
  onChange: (key: string) => void
  leftOut: ReadonlySet<string>
  /** Leave a text out, or take it in again. */
  onLeaveOut: (key: string) => void
}) {
  const t = useText()
  const name = useId()
  return (
    <fieldset className="offer-texts">
      <legend className="visually-hidden">{t.offers.lead}</legend>
      {texts.map((text) => (
        <div key={text.key} className="offer-choice" data-left-out={leftOut.has(text.key) ? '' : undefined}>
          <label>
            <input
              type="radio"
              name={name}
              value={text.key}
              checked={value === text.key}
              disabled={leftOut.has(text.key)}
              onChange={() => onChange(text.key)}
            />
            <OfferText text={text} />
          </label>
          {texts.length > 2 && (
            <IconButton
              size="s"
              label={
                leftOut.has(text.key) ? t.offers.takeIn({ text: text.text }) : t.offers.leaveOut({ text: text.text })
              }
              icon={<Icon of={leftOut.has(text.key) ? Plus : Minus} size={16} />}
              onClick={() => onLeaveOut(text.key)}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

function OfferText({ text }: { text: OfferedText }) {
  const lang = use(ContentLanguage)
  return (
    <span className="offer-text">
      <span lang={lang}>{text.text}</span>{' '}
      <span className="offer-groups">
        {text.groups.map(({ id, letter, colour, name }) => (
          <Chip key={id} letter={letter} colour={colour} name={name} size="s" />
        ))}
      </span>
    </span>
  )
}

function without(keys: ReadonlySet<string>, key: string): string[] {
  return [...keys].filter((one) => one !== key)
}

function reasonText({ offers }: Messages, reason: OfferReason): string {
  return reason.code === 'shared' ? offers.reasons.shared(reason) : offers.reasons[reason.code](reason)
}
