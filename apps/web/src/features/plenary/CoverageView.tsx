import {
  coverageOf,
  type BarrierCoverage,
  type Coverage,
  type FieldCoverage,
  type GroupId,
  type PlenaryRecommendation,
} from '@tafelrunde/schema/plain'
import { ArrowUpRight, Check } from 'lucide-react'
import { use, useMemo, type ReactNode } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { usePlenary } from './PlenaryContext.ts'
import './CoverageView.css'

/** What has an answer and what is missing, with the way to each gap. */
export function CoverageView() {
  const t = useText().plenary
  const { view } = usePlenary()
  const coverage = useMemo(() => coverageOf(view), [view])
  const gaps = gapsOf(coverage)
  return (
    <section className="coverage" aria-labelledby="plenary-coverage">
      <h2 id="plenary-coverage">{t.coverageTitle}</h2>
      <ul className="coverage-counts">
        {(['barriers', 'multipliers', 'leads', 'fields'] as const).map((gap) => (
          <li key={gap} data-done={gaps[gap] === 0 ? '' : undefined}>
            <a href={`#coverage-${gap}`}>
              <b className="tabular">{gaps[gap] === 0 ? <Icon of={Check} size={26} /> : gaps[gap]}</b>
              <span>{t.gaps[gap]({ count: gaps[gap] })}</span>
            </a>
          </li>
        ))}
      </ul>
      <Barriers barriers={coverage.barriers} />
      <TargetGroups coverage={coverage} />
      <Leads recommendations={coverage.withoutLead} />
      <Fields fields={coverage.fields} />
    </section>
  )
}

function gapsOf({ barriers, targetGroups, withoutLead, fields }: Coverage) {
  return {
    barriers: barriers.filter(({ recommendationKeys }) => recommendationKeys.length === 0).length,
    multipliers: targetGroups.filter(({ multipliers }) => multipliers === 0).length,
    leads: withoutLead.length,
    fields: fields.flatMap(({ counts }) => counts).filter(({ count }) => count === 0).length,
  }
}

function Part({ id, title, note, children }: { id: string; title: string; note?: string; children: ReactNode }) {
  return (
    <section className="coverage-part" aria-labelledby={`coverage-${id}`}>
      <h3 id={`coverage-${id}`} tabIndex={-1}>
        {title}
      </h3>
      {note && <p className="small soft">{note}</p>}
      {children}
    </section>
  )
}

/** Those without an answer first; what each one's answers are. */
function Barriers({ barriers }: { barriers: readonly BarrierCoverage[] }) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const { view } = usePlenary()
  const titles = new Map(view.recommendations.map((entry, index) => [entry.key, { number: index + 1, entry }]))
  const sorted = barriers.toSorted(
    (a, b) => Number(a.recommendationKeys.length > 0) - Number(b.recommendationKeys.length > 0),
  )
  return (
    <Part id="barriers" title={t.coverageBarriers}>
      {barriers.length === 0 ? (
        <p className="soft">{t.noBarriers}</p>
      ) : (
        <div className="coverage-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.barrier}</th>
                <th scope="col">{t.groups}</th>
                <th scope="col">{t.views.recommendations}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ entry, groupIds, recommendationKeys }) => (
                <tr key={entry.key} data-gap={recommendationKeys.length === 0 ? '' : undefined}>
                  <td lang={lang} className="coverage-text">
                    {entry.plainText}
                  </td>
                  <td>
                    <span className="coverage-chips">
                      {groupIds.map((groupId) => (
                        <GroupJump
                          key={groupId}
                          groupId={groupId}
                          itemId={entry.origin.itemId}
                          own={entry.origin.groupId}
                        />
                      ))}
                    </span>
                  </td>
                  <td>
                    {recommendationKeys.length === 0 ? (
                      <span className="coverage-open">{t.unanswered}</span>
                    ) : (
                      <ul className="coverage-answers" lang={lang}>
                        {recommendationKeys.map((key) => {
                          const answer = titles.get(key)
                          return (
                            <li key={key}>
                              <b className="tabular">{answer?.entry.code ?? answer?.number}</b>{' '}
                              {answer?.entry.recommendation.title || t.recommendation.untitled}
                            </li>
                          )
                        })}
                      </ul>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}

function TargetGroups({ coverage: { targetGroups } }: { coverage: Coverage }) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  if (targetGroups.length === 0) return null
  return (
    <Part id="multipliers" title={t.targetGroups}>
      <div className="coverage-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.targetGroup}</th>
              <th scope="col">{t.groups}</th>
              <th scope="col">{t.countBarriers}</th>
              <th scope="col">{t.countMultipliers}</th>
              <th scope="col">{t.views.recommendations}</th>
            </tr>
          </thead>
          <tbody>
            {targetGroups.map(({ targetGroup, barriers, multipliers, recommendations }) => (
              <tr key={targetGroup.key} data-gap={multipliers === 0 ? '' : undefined}>
                <th scope="row" lang={lang}>
                  {targetGroup.title || t.targetGroup}
                </th>
                <td>
                  <span className="coverage-chips">
                    {targetGroup.groupIds.map((groupId) => (
                      <GroupJump key={groupId} groupId={groupId} />
                    ))}
                  </span>
                </td>
                <td className="tabular">{barriers}</td>
                <td className="tabular">{multipliers === 0 ? <Gap>{t.noneYet}</Gap> : multipliers}</td>
                <td className="tabular">{recommendations}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

function Leads({ recommendations }: { recommendations: readonly PlenaryRecommendation[] }) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const { boardUrl } = usePlenary()
  if (recommendations.length === 0) return null
  return (
    <Part id="leads" title={t.coverageLeads}>
      <ul className="coverage-leads">
        {recommendations.map(({ key, groupId, recommendation, code }) => {
          const url = boardUrl(groupId, { recommendationId: recommendation.id })
          const title = recommendation.title || t.recommendation.untitled
          return (
            <li key={key}>
              <GroupJump groupId={groupId} />
              {code && <b className="tabular">{code}</b>}
              <span lang={lang}>{url === null ? title : <Link to={url}>{title}</Link>}</span>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

/** How much stands in each field of each group. */
function Fields({ fields }: { fields: readonly FieldCoverage[] }) {
  const t = useText().plenary
  const language = useLanguage()
  const { view } = usePlenary()
  const columns = fields[0]?.counts.map(({ groupId }) => view.groups.find(({ id }) => id === groupId)) ?? []
  if (columns.length === 0) return null
  return (
    <Part id="fields" title={t.coverageFields} note={t.coverageFieldsNote}>
      <div className="coverage-scroll">
        <table className="coverage-fields">
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              {columns.map((group) =>
                group ? (
                  <th key={group.id} scope="col">
                    <Chip letter={group.letter} colour={group.colour} name={group.name} />
                  </th>
                ) : null,
              )}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ templateId, field, counts }) => (
              <tr key={`${templateId}.${field.id}`}>
                <th scope="row">{field.label[language]}</th>
                {counts.map(({ groupId, count }) => (
                  <td key={groupId} className="tabular">
                    {count === null ? (
                      <span className="soft" aria-label={t.noCanvas}>
                        –
                      </span>
                    ) : count === 0 ? (
                      <EmptyField groupId={groupId} />
                    ) : (
                      count
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

function EmptyField({ groupId }: { groupId: GroupId }) {
  const t = useText().plenary
  const { boardUrl } = usePlenary()
  const url = boardUrl(groupId, {})
  return url === null ? (
    <Gap>{t.emptyCount}</Gap>
  ) : (
    <Link className="coverage-gap" to={url}>
      {t.emptyCount}
    </Link>
  )
}

function Gap({ children }: { children: ReactNode }) {
  return <span className="coverage-gap">{children}</span>
}

/** A group's chip; leads to its board, to the entry itself where the group has written it. */
function GroupJump({ groupId, itemId, own }: { groupId: GroupId; itemId?: string; own?: GroupId }) {
  const t = useText().plenary
  const { view, boardUrl } = usePlenary()
  const group = view.groups.find(({ id }) => id === groupId)
  if (!group) return null
  const url = boardUrl(groupId, itemId !== undefined && own === groupId ? { itemId } : {})
  if (url === null) return <Chip letter={group.letter} colour={group.colour} name={group.name} />
  return (
    <Link className="coverage-jump" to={url} aria-label={t.openOriginal({ group: group.name })}>
      <Chip letter={group.letter} colour={group.colour} />
      <Icon of={ArrowUpRight} size={13} />
    </Link>
  )
}
