import type { Group } from '@tafelrunde/schema/plain'
import { useLanguage } from '../../../i18n/language.ts'
import { useText } from '../../../i18n/useText.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { ScreenPage } from './screenPages.ts'
import type { Slide, SlideSubject } from './Slide.ts'
import './SlideHead.css'

/** What the page is about, where it comes from, and which of how many it is. */
export function SlideHead({ page, index, of }: { page: ScreenPage; index: number; of: number }) {
  const t = useText()
  const title = useSlideTitle(page.slide.subject, null)
  const summary = useSummary(page.slide)
  const { subject } = page.slide
  const group = 'group' in subject ? subject.group : null
  return (
    <div className="screen-title">
      <h1>{title}</h1>
      {group ? <GroupLine group={group} /> : <p>{summary}</p>}
      {of > 1 && (
        <p className="screen-page-number tabular" aria-label={t.screen.pageLong({ number: index + 1, of, title })}>
          {t.screen.page({ number: index + 1, of })}
        </p>
      )}
    </div>
  )
}

/** The head where there is no page: a spotlight still says whose work it is on. */
export function EmptyHead({ title, group }: { title: string; group: Group | null }) {
  return (
    <div className="screen-title">
      <h1>{title}</h1>
      {group && group.name !== title && <GroupLine group={group} />}
    </div>
  )
}

/** The title of a slide; without one the name of the group in the spotlight, else nothing. */
export function useSlideTitle(subject: SlideSubject | null, group: Group | null): string {
  const t = useText()
  const language = useLanguage()
  if (!subject) return group?.name ?? ''
  switch (subject.type) {
    case 'field':
      return subject.field.label[language]
    case 'targets':
      return subject.group ? t.screen.targetGroup : t.screen.targetGroups
    case 'recommendations':
      return t.screen.recommendations
    case 'ranking':
      return t.screen.ranking
    case 'unanswered':
      return t.screen.unanswered
    case 'withoutLead':
      return t.screen.withoutLead
    case 'commitments':
      return t.screen.commitments
    case 'matrix':
      return t.screen.matrix.title
  }
}

function GroupLine({ group }: { group: Group }) {
  return (
    <p className="screen-title-group">
      <Chip letter={group.letter} colour={group.colour} />
      {group.name}
    </p>
  )
}

function useSummary({ subject, groups, entries, folded }: Slide): string {
  const t = useText()
  switch (subject.type) {
    case 'field':
      return t.plenary.summary({ groups, entries, folded })
    case 'targets':
      return ''
    case 'unanswered':
      return t.screen.unansweredSummary({ count: entries - folded, of: subject.of })
    case 'recommendations':
    case 'ranking':
    case 'withoutLead':
      return t.plenary.recommendationsSummary({ groups, count: entries })
    case 'commitments':
      return t.screen.commitmentsSummary({ count: entries, open: subject.open })
    case 'matrix':
      return t.screen.matrix.summary({ count: entries, open: subject.open })
  }
}
