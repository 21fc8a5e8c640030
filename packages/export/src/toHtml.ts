import { dateAndTime, dateRange } from './dates.ts'
import { groupHeading } from './groupHeading.ts'
import { DOSSIER_STYLE } from './html/dossierStyle.ts'
import { escapeHtml } from './html/escapeHtml.ts'
import { groupHtml } from './html/groupHtml.ts'
import { DOSSIER_WORDS, type DossierWords } from './labels/dossierWords.ts'
import type { GroupCounts, ResultsModel } from './ResultsModel.ts'

/**
 * The dossier as one accessible document that stands alone: language, landmarks, a heading outline without gaps, a
 * skip link, print layout. It holds no script and asks for nothing; its own policy forbids both.
 */
export function toHtml(model: ResultsModel): string {
  const words = DOSSIER_WORDS[model.language]
  const title = model.workshop.title
  return `<!doctype html>
<html lang="${model.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${title} – ${words.subtitle}`)}</title>
<style>${DOSSIER_STYLE}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(words.skip)}</a>
${headerHtml(model, words)}
${contentsHtml(model, words)}
<main id="content" tabindex="-1">
${model.groups.map((group, index) => groupHtml(group, index, model.language)).join('\n')}
${appendixHtml(model, words)}
</main>
<footer><p>${escapeHtml(`${words.generated}: ${dateAndTime(model.generatedAt, model.workshop.timeZone, model.language)}`)}</p></footer>
</body>
</html>
`
}

function headerHtml(model: ResultsModel, words: DossierWords): string {
  const { workshop } = model
  const rows = [
    [words.date, dateRange(workshop, model.language) ?? ''],
    [words.organisations, workshop.organisations.join(', ')],
    [words.targetGroups, model.targetGroups.join(', ')],
    [words.talks, model.talks.map((talk) => `${talk.organisation}: ${talk.title}`).join('; ')],
  ] as const
  const list = rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`)
  return `<header>
<p class="subtitle">${escapeHtml(words.subtitle)}</p>
<h1 dir="auto">${escapeHtml(workshop.title)}</h1>
${workshop.isExample ? `<p class="example">${escapeHtml(words.example)}</p>` : ''}
${list.length > 0 ? `<dl>${list.join('')}</dl>` : ''}
</header>`
}

function contentsHtml(model: ResultsModel, words: DossierWords): string {
  const links = model.groups.map(
    (group, index) => `<li><a href="#group-${index + 1}">${escapeHtml(groupHeading(group, words))}</a></li>`,
  )
  links.push(`<li><a href="#appendix">${escapeHtml(words.appendix)}</a></li>`)
  return `<nav aria-label="${escapeHtml(words.contents)}"><ol>${links.join('')}</ol></nav>`
}

const COUNTED = ['canvases', 'entries', 'recommendations', 'parked', 'strokes'] as const satisfies (keyof GroupCounts)[]

function appendixHtml(model: ResultsModel, words: DossierWords): string {
  const head = COUNTED.map((key) => `<th scope="col">${escapeHtml(words[key])}</th>`).join('')
  const row = (name: string, counts: Pick<GroupCounts, (typeof COUNTED)[number]>): string =>
    `<tr><th scope="row">${escapeHtml(name)}</th>${COUNTED.map((key) => `<td>${counts[key]}</td>`).join('')}</tr>`
  const rows = model.groups.map((group) => row(groupHeading(group, words), group.counts))
  return `<section aria-labelledby="appendix">
<h2 id="appendix">${escapeHtml(words.appendix)}</h2>
<table><caption>${escapeHtml(words.countsCaption)}</caption>
<thead><tr><th scope="col">${escapeHtml(words.group)}</th>${head}</tr></thead>
<tbody>${rows.join('')}${row(words.total, totalCounts(model))}</tbody></table>
</section>`
}

/** Sum of the counts over all groups. */
export function totalCounts(model: ResultsModel): GroupCounts {
  const sum = (key: keyof GroupCounts): number => model.groups.reduce((total, group) => total + group.counts[key], 0)
  return {
    canvases: sum('canvases'),
    entries: sum('entries'),
    recommendations: sum('recommendations'),
    parked: sum('parked'),
    strokes: sum('strokes'),
  }
}
