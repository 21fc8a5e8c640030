import { plainTextOf } from '@tafelrunde/schema/plain'
import { use } from 'react'
import { ContentLanguage } from '../ContentLanguage.ts'
import { formatDate } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useText } from '../../../i18n/useText.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { EntryTags, OriginChips } from '../EntryCard.tsx'
import { Dots } from '../RecommendationCard.tsx'
import { RichTextView } from '../RichTextView.tsx'
import { kindLabel } from '../TargetGroupHeads.tsx'
import type { SlideCard } from './Slide.ts'
import './ScreenCard.css'

/** One card on the screen. `isRuler` marks the copy that is only measured. */
export function ScreenCard({ card, isRuler = false }: { card: SlideCard; isRuler?: boolean }) {
  if (card.kind === 'entry') return <EntryOnScreen card={card} isRuler={isRuler} />
  if (card.kind === 'recommendation') return <RecommendationOnScreen card={card} isRuler={isRuler} />
  if (card.kind === 'commitment') return <CommitmentOnScreen card={card} isRuler={isRuler} />
  if (card.kind === 'point') return <PointOnScreen card={card} />
  return <TargetOnScreen card={card} />
}

function EntryOnScreen({ card, isRuler }: { card: SlideCard & { kind: 'entry' }; isRuler: boolean }) {
  const t = useText()
  const { origins } = card
  const { entry, folded } = card.card
  const names = isRuler ? {} : { 'data-item-id': entry.origin.itemId, 'data-group-id': entry.origin.groupId }
  return (
    <li
      className="screen-card"
      data-fresh={card.isFresh ? '' : undefined}
      data-stack={folded.length > 0 ? '' : undefined}
      data-dense={card.isDense ? '' : undefined}
      data-beside={card.isDense && origins.length === 1 ? '' : undefined}
      {...names}
    >
      <div className="screen-card-text">
        <RichTextView text={entry.text} />
      </div>
      <div className="screen-card-origin">
        <span className="screen-card-chips">
          <OriginChips origins={origins} />
        </span>
        <span className="screen-card-notes">
          {folded.length > 0 && <span>{t.plenary.timesNamed({ count: folded.length + 1 })}</span>}
          {card.isFresh && <span>{t.plenary.justNow}</span>}
          <EntryTags entry={entry} field={card.field} fit={card.fit} />
        </span>
      </div>
    </li>
  )
}

function RecommendationOnScreen({ card, isRuler }: { card: SlideCard & { kind: 'recommendation' }; isRuler: boolean }) {
  const t = useText()
  const lang = use(ContentLanguage)
  const { recommendation } = card.entry
  const facts = [
    ...recommendation.addressees.map((addressee) => t.plenary.addressees[addressee]),
    ...(recommendation.horizon ? [t.plenary.horizons[recommendation.horizon]] : []),
    ...(recommendation.lead ? [recommendation.lead] : []),
  ]
  const names = isRuler ? {} : { 'data-recommendation-id': recommendation.id, 'data-group-id': card.entry.groupId }
  return (
    <li className="screen-card" data-fresh={card.isFresh ? '' : undefined} {...names}>
      <div className="screen-card-text screen-card-numbered">
        <span className="soft tabular">{card.number}</span>
        <p lang={recommendation.title ? lang : undefined}>
          {recommendation.title || t.plenary.recommendation.untitled}
        </p>
      </div>
      <div className="screen-card-origin">
        {card.group && <Chip letter={card.group.letter} colour={card.group.colour} name={card.group.name} />}
        {facts.length > 0 && <span className="screen-card-facts">{facts.join(' · ')}</span>}
        {card.isFresh && <span>{t.plenary.justNow}</span>}
        {recommendation.impact && <Dots label={t.plenary.recommendation.impact} value={recommendation.impact} />}
        {recommendation.effort && <Dots label={t.plenary.recommendation.effort} value={recommendation.effort} />}
      </div>
    </li>
  )
}

function CommitmentOnScreen({ card, isRuler }: { card: SlideCard & { kind: 'commitment' }; isRuler: boolean }) {
  const t = useText()
  const language = useLanguage()
  const lang = use(ContentLanguage)
  const { recommendation } = card.entry
  const words = t.plenary.recommendation
  const until = recommendation.until && formatDate(Date.parse(recommendation.until), language, 'UTC')
  const facts = [
    { name: words.lead, value: recommendation.lead || null },
    { name: words.firstStep, value: recommendation.firstStep || null },
    { name: t.screen.until, value: until },
  ]
  const names = isRuler ? {} : { 'data-recommendation-id': recommendation.id, 'data-group-id': card.entry.groupId }
  return (
    <li className="screen-card screen-commitment" data-fresh={card.isFresh ? '' : undefined} {...names}>
      <div className="screen-card-text screen-card-numbered">
        {card.group && <Chip letter={card.group.letter} colour={card.group.colour} name={card.group.name} />}
        <p lang={recommendation.title ? lang : undefined}>
          <b>{recommendation.title || words.untitled}</b>
        </p>
      </div>
      <dl className="screen-commitment-facts">
        {facts.map(({ name, value }) => (
          <div key={name} data-open={value === null ? '' : undefined}>
            <dt>{name}</dt>
            <dd lang={value === null ? undefined : lang}>{value ?? t.screen.open}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function PointOnScreen({ card }: { card: SlideCard & { kind: 'point' } }) {
  const t = useText()
  const lang = use(ContentLanguage)
  const { title } = card.entry.recommendation
  const words = t.plenary.recommendation
  return (
    <li className="screen-point">
      <span className="screen-matrix-point tabular" data-on-page="">
        {card.number}
      </span>
      <p lang={title ? lang : undefined}>
        {title || words.untitled}
        <span className="visually-hidden">
          {`, ${words.impact} ${words.outOfFive({ value: card.impact })}, ${words.effort} ${words.outOfFive({ value: card.effort })}`}
        </span>
      </p>
      {card.group && <Chip letter={card.group.letter} colour={card.group.colour} name={card.group.name} />}
    </li>
  )
}

function TargetOnScreen({ card }: { card: SlideCard & { kind: 'target' } }) {
  const language = useLanguage()
  const lang = use(ContentLanguage)
  const { canvas, group } = card
  const facts = [kindLabel(canvas, language), ...canvas.services.map(({ text }) => text)].filter(Boolean)
  return (
    <li className="screen-card">
      <div className="screen-card-text screen-card-numbered">
        {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
        <p>
          <b lang={lang}>{canvas.title || group?.name}</b>
        </p>
      </div>
      {plainTextOf(canvas.summary) && (
        <p className="screen-card-summary" lang={lang}>
          {plainTextOf(canvas.summary)}
        </p>
      )}
      {facts.length > 0 && <p className="screen-card-origin">{facts.join(' · ')}</p>}
    </li>
  )
}
