import type { ChannelFit, FieldTemplate, Group, GroupId, PlenaryEntry } from '@tafelrunde/schema/plain'
import { use, useState, type ReactNode } from 'react'
import { formatDate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { ChangedSince } from './ChangedSince.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { EntryMenu } from './EntryMenu.tsx'
import type { MergedCard } from './mergedCards.ts'
import { usePlenary } from './PlenaryContext.ts'
import { RewordField } from './RewordField.tsx'
import { RichTextView } from './RichTextView.tsx'
import './EntryCard.css'

export interface EntryCardProps {
  card: MergedCard
  field: FieldTemplate
  fit: ChannelFit | undefined
  isFresh: boolean
  /** Address of the original on the board it was written on; null if this person may not read that board. */
  boardUrl: (groupId: GroupId, itemId: string) => string | null
  /** While entries are chosen for folding: whether this one is, and the switch. */
  folding: { readonly isChosen: boolean; readonly onToggle: () => void } | null
  /** For those who may: take the folded entries apart again. */
  onUnfold: (() => void) | null
  /** For those who may: put it elsewhere in its section. */
  sorting: {
    readonly isCarried: boolean
    readonly handle: ReactNode
    readonly up: (() => void) | null
    readonly down: (() => void) | null
  } | null
}

/** One entry of the merged view: what was said, by whom, and where it stands in the original. */
export function EntryCard({ card, field, fit, isFresh, boardUrl, folding, onUnfold, sorting }: EntryCardProps) {
  const t = useText()
  const [isRewording, setIsRewording] = useState(false)
  const { entry, folded, origins } = card
  const links = origins.flatMap((group) => {
    const member = [entry, ...folded].find((candidate) => candidate.origin.groupId === group.id) ?? entry
    const url = boardUrl(group.id, member.origin.itemId)
    return url ? [{ group, url }] : []
  })
  return (
    <li
      className="entry-card"
      data-fresh={isFresh ? '' : undefined}
      data-stack={folded.length > 0 ? '' : undefined}
      data-chosen={folding?.isChosen ? '' : undefined}
      data-carried={sorting?.isCarried ? '' : undefined}
      data-key={entry.key}
      data-item-id={entry.origin.itemId}
      data-group-id={entry.origin.groupId}
    >
      {folding && (
        <input
          type="checkbox"
          className="entry-card-choice"
          checked={folding.isChosen}
          aria-label={t.plenary.foldPick({ text: entry.plainText })}
          onChange={folding.onToggle}
        />
      )}
      {isRewording ? (
        <RewordField
          entryKey={entry.key}
          text={entry.plainText}
          original={entry.original ?? entry.plainText}
          onClose={() => setIsRewording(false)}
        />
      ) : (
        <div className="entry-card-text">
          <RichTextView text={entry.text} />
        </div>
      )}
      {entry.original !== null && <OriginalWords text={entry.original} />}
      <div className="entry-card-origin">
        <OriginChips origins={origins} />
        {folded.length > 0 && <span>{t.plenary.timesNamed({ count: folded.length + 1 })}</span>}
        {isFresh && <span className="entry-card-new">{t.plenary.justNow}</span>}
        <Changed entry={entry} />
        <InCluster entry={entry} />
        <EntryTags entry={entry} field={field} fit={fit} />
        <span className="entry-card-gap" />
        <EntryMenu
          entry={entry}
          links={links}
          onReword={() => setIsRewording(true)}
          onStep={sorting && { up: sorting.up, down: sorting.down }}
        />
        {sorting?.handle}
      </div>
      {folded.length > 0 && (
        <details className="entry-card-folded">
          <summary>{t.plenary.showFolded({ count: folded.length })}</summary>
          <ul>
            {folded.map((member) => (
              <FoldedEntry key={member.key} entry={member} origins={origins} />
            ))}
          </ul>
          {onUnfold && (
            <Button size="s" onClick={onUnfold}>
              {t.plenary.unfold}
            </Button>
          )}
        </details>
      )}
    </li>
  )
}

function FoldedEntry({ entry, origins }: { entry: PlenaryEntry; origins: readonly Group[] }) {
  return (
    <li data-item-id={entry.origin.itemId} data-group-id={entry.origin.groupId}>
      <OriginChips origins={origins.filter((group) => group.id === entry.origin.groupId)} />
      <div className="entry-card-text">
        <RichTextView text={entry.text} />
        <Changed entry={entry} />
      </div>
    </li>
  )
}

function Changed({ entry }: { entry: PlenaryEntry }) {
  if (entry.changedSince === null) return null
  return <ChangedSince entryKey={entry.key} before={entry.changedSince} now={entry.original ?? entry.plainText} />
}

/** What the entry lies under on its board. */
function InCluster({ entry }: { entry: PlenaryEntry }) {
  const t = useText()
  const { view } = usePlenary()
  const head = entry.clusterKey === null ? undefined : view.entries.find(({ key }) => key === entry.clusterKey)
  return head ? <span>{t.plenary.inCluster({ head: head.plainText.slice(0, 40) })}</span> : null
}

/** The group's own words under those of the plenary. */
function OriginalWords({ text }: { text: string }) {
  const t = useText()
  const lang = use(ContentLanguage)
  return (
    <p className="entry-card-original">
      {t.plenary.original} <span lang={lang}>„{text}“</span>
    </p>
  )
}

/** The groups that something comes from, as their chips. */
export function OriginChips({ origins }: { origins: readonly Group[] }) {
  return origins.map((group) => <Chip key={group.id} letter={group.letter} colour={group.colour} name={group.name} />)
}

/** What the group said about the entry besides its text, and its section does not say already. */
export function EntryTags({
  entry,
  field,
  fit,
}: {
  entry: PlenaryEntry
  field: FieldTemplate
  fit: ChannelFit | undefined
}) {
  const t = useText()
  const language = useLanguage()
  const { attributes, evidence } = entry
  const level = attributes.level && field.choices?.find((choice) => choice.id === attributes.level)?.label[language]
  const tags = [
    ...(evidence ? [t.plenary.evidence[evidence]] : []),
    ...(level ? [level] : []),
    ...(fit ? [t.plenary.fit({ median: fit.median, spread: fit.spread })] : []),
    ...(attributes.harvestKind ? [t.plenary.harvestKinds[attributes.harvestKind]] : []),
    ...(attributes.clarifiedBy ? [t.plenary.clarifiedBy({ who: attributes.clarifiedBy })] : []),
    ...(attributes.until ? [t.plenary.until({ date: formatDate(Date.parse(attributes.until), language, 'UTC') })] : []),
    ...(entry.agreement > 0 ? [t.plenary.agreement({ count: entry.agreement })] : []),
    ...entry.tags,
  ]
  if (tags.length === 0) return null
  return (
    <p className="entry-tags">
      {tags.map((tag) => (
        <span key={tag}>{tag}</span>
      ))}
    </p>
  )
}
