/** Style of the standalone dossier: system fonts only, readable at 320 px, dark scheme, and a print layout. */
export const DOSSIER_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1d1b; --soft: #55534d; --line: #cfcbc0; --accent: #0b5563; --mark: #fff2cc; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1b1a; --ink: #f1efe9; --soft: #bdb9ae; --line: #4a4842; --accent: #7fc7d4; --mark: #4a3d12; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 'Atkinson Hyperlegible Next', system-ui, sans-serif; }
header, main, footer, nav { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; color: var(--accent); }
h1, h2, h3, h4, p, li, dd, td, th { overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; padding: .75rem 1.25rem; }
.subtitle, .facts, .reference, footer { color: var(--soft); }
.example { display: inline-block; margin: .5rem 0; padding: .25rem .75rem; background: var(--mark); color: var(--ink); border: 1px solid var(--ink); font-weight: 600; }
ol.entries, ul.plain { list-style: none; margin: 0; padding: 0; }
ol.entries > li { display: grid; grid-template-columns: 3.5rem 1fr; gap: .5rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
ol.entries ol.entries { margin-top: .5rem; }
ol.entries ol.entries > li:last-child { border-bottom: 0; padding-bottom: 0; }
.text > p, .text > ul { margin: 0 0 .25rem; }
.text > ul { padding-left: 1.25rem; }
.facts { margin: 0; font-size: .875rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dt { color: var(--soft); }
dd { margin: 0; }
dd > p, dd > ul { margin: 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; color: var(--soft); }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
td { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } ol.entries > li { grid-template-columns: 1fr; gap: 0; } }
@media print {
  @page { margin: 18mm; }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --mark: #fff; }
  body { font-size: 10.5pt; }
  .skip, nav { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  section.group { break-before: page; }
  ol.entries > li:not(:has(ol.entries)), article, tr { break-inside: avoid; }
  .text a::after { content: ' (' attr(href) ')'; font-size: .875em; }
}
`
