import type { OptionResult, Turnout, VoteOption, VoteResults as Results } from '@tafelrunde/protocol'
import type { Group, VotePlan } from '@tafelrunde/schema/plain'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EstimateLine } from './EstimateLine.tsx'
import './VoteResults.css'

export interface VoteResultsProps {
  readonly plan: Pick<VotePlan, 'kind' | 'weight'>
  readonly options: readonly VoteOption[]
  readonly results: Results
  readonly turnout: Turnout | null
  /** Their letters stand at the options that come from their boards. */
  readonly groups: readonly Group[]
  /** `screen`: to be read from ten metres. */
  readonly size?: 'm' | 'screen'
  /** Show so many options, and how many more there are. */
  readonly limit?: number
}

/** The figures of a round, best first: bars and numbers, for estimates the middle and how far people are apart. */
export function VoteResults({ plan, options, results, turnout, groups, size = 'm', limit }: VoteResultsProps) {
  const t = useText().votes.results
  const labels = new Map(options.map((option) => [option.id, option]))
  const shown = results.options.slice(0, limit)
  const hidden = results.options.length - shown.length
  const most = Math.max(1, ...results.options.map(({ weight }) => weight))
  const isEstimate = plan.kind === 'estimate'
  return (
    <div className="vote-results" data-size={size}>
      <ol>
        {shown.map((result) => {
          const option = labels.get(result.optionId)
          const group = groups.find(({ id, kind }) => id === option?.groupId && kind === 'group')
          return (
            <li
              key={result.optionId}
              className="vote-result"
              data-first={result.rank === 1 && isNamed(result) ? '' : undefined}
            >
              <span className="vote-rank tabular">
                <span className="visually-hidden">{t.rank({ rank: result.rank })}</span>
                <span aria-hidden>{result.rank}</span>
              </span>
              <span className="vote-result-label">
                {group && <Chip letter={group.letter} colour={group.colour} name={group.name} size="s" />}
                {option?.label}
              </span>
              {isEstimate ? (
                <EstimateRows result={result} />
              ) : (
                <VoteFigures plan={plan} result={result} share={result.weight / most} />
              )}
            </li>
          )
        })}
      </ol>
      {hidden > 0 && <p className="soft small">{t.more({ count: hidden })}</p>}
      <TurnoutLine plan={plan} results={results} turnout={turnout} />
    </div>
  )
}

function VoteFigures({
  plan,
  result,
  share,
}: {
  readonly plan: VoteResultsProps['plan']
  readonly result: OptionResult
  readonly share: number
}) {
  const t = useText().votes.results
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 })
  const votes = number.format(result.votes)
  const isWeighted = plan.weight === 'organisation'
  const told = plan.kind === 'choice' ? t.votes({ votes }) : t.points({ votes })
  return (
    <>
      <span className="vote-track" aria-hidden>
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="vote-figure tabular">
        <b>{isWeighted ? t.weighted({ weight: number.format(result.weight) }) : told}</b>{' '}
        <small>
          {isWeighted ? told : plan.kind !== 'choice' && result.voters > 0 && t.voters({ count: result.voters })}
        </small>
      </span>
    </>
  )
}

function EstimateRows({ result }: { readonly result: OptionResult }) {
  const { estimate: t, results } = useText().votes
  if (!isNamed(result)) return <span className="vote-estimates soft small">{results.nobody}</span>
  return (
    <span className="vote-estimates">
      {result.impact && <EstimateLine label={t.impact} summary={result.impact} />}
      {result.effort && <EstimateLine label={t.effort} summary={result.effort} />}
      {result.confidence && <EstimateLine label={t.confidence} summary={result.confidence} />}
    </span>
  )
}

function TurnoutLine({ plan, results, turnout }: Pick<VoteResultsProps, 'plan' | 'results' | 'turnout'>) {
  const t = useText().votes.results
  const told = [
    turnout?.voted === 0 && t.none,
    turnout && turnout.voted > 0 && t.turnout(turnout),
    turnout && turnout.proxies > 0 && t.proxies({ count: turnout.proxies }),
    results.abstentions > 0 && t.abstentions({ count: results.abstentions }),
  ].filter(Boolean)
  return (
    <p className="vote-turnout soft tabular">
      {told.join(' · ')}
      {plan.weight === 'organisation' && <span>{t.byOrganisation}</span>}
      {plan.kind === 'estimate' && <span>{t.mean}</span>}
    </p>
  )
}

function isNamed({ voters }: OptionResult): boolean {
  return voters > 0
}
