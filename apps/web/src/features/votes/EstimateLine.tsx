import type { EstimateSummary } from '@tafelrunde/protocol'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'

/** From this distance on people see a thing differently, and not only a little. */
const WIDE_SPREAD = 3

/** One question about one option: how often each number was said, where the middle is and how far people are apart. */
export function EstimateLine({ label, summary }: { readonly label: string; readonly summary: EstimateSummary }) {
  const t = useText().votes.results
  const language = useLanguage()
  const { median, spread, count, counts } = summary
  if (median === null || spread === null) {
    return (
      <span className="vote-estimate soft" data-none="">
        {t.notEstimated({ label })}
      </span>
    )
  }
  const middle = new Intl.NumberFormat(language).format(median)
  const most = Math.max(...counts)
  return (
    <span className="vote-estimate" data-wide={spread >= WIDE_SPREAD ? '' : undefined}>
      <span className="visually-hidden">{t.median({ label, median: middle, spread, count })}</span>
      <span aria-hidden className="vote-estimate-label">
        {label}
      </span>
      <span aria-hidden className="vote-columns">
        {counts.map((said, at) => (
          <i key={at} data-median={Math.abs(at + 1 - median) <= 0.5 ? '' : undefined}>
            <span style={{ blockSize: `${(said / most) * 100}%` }} />
            <small>{at + 1}</small>
          </i>
        ))}
      </span>
      <span aria-hidden className="vote-estimate-figures tabular">
        <b>{middle}</b> {spread === 0 ? t.agree : `${t.spread} ${spread}`} <small>({count})</small>
      </span>
    </span>
  )
}
