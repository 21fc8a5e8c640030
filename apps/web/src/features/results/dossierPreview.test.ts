import { expect, it } from 'vitest'
import { inTheme, scopeStyle } from './dossierPreview.ts'

it.each([
  [':root{--a:1}', '.dossier-body{--a:1}'],
  ['html,body { margin: 0 }', '.dossier-body,.dossier-body { margin: 0 }'],
  ['@media print { body { color: #000 } }', '@media print { .dossier-body { color: #000 } }'],
  ['body > main{}', '.dossier-body > .dossier-main{}'],
  ['.skip, nav { display: none; }', '.skip, .dossier-nav { display: none; }'],
  ['tbody td, .body-text, html2 {}', 'tbody td, .body-text, html2 {}'],
])('%s', (css, expected) => {
  expect(scopeStyle(css)).toBe(expected)
})

it('follows the look chosen for the page, whatever the device prefers', () => {
  const css = ':root { color-scheme: light dark } @media (prefers-color-scheme: dark) { :root { --ink: #fff } }'
  expect(inTheme(css, 'dark')).toBe(':root { color-scheme: dark } @media all { :root { --ink: #fff } }')
  expect(inTheme(css, 'light')).toBe(':root { color-scheme: light } @media not all { :root { --ink: #fff } }')
  expect(inTheme(css, 'system')).toBe(css)
})
