import { expect, test } from 'vitest'
import { readingOrder } from './CanvasTemplate.ts'
import { templateOf, TEMPLATES } from './templates.ts'

test('the target-group template has head, a full grid, foot and deepening, in reading order', () => {
  const fields = readingOrder(templateOf('target-group'))
  expect(fields.map(({ id }) => id)).toEqual(
    'title kind service summary goals needs benefits pains barriers touchpoints channels multipliers message questions size eligibility tone proof existing digital evidence kpis risks'.split(
      ' ',
    ),
  )
  const cells = fields.filter(({ layout }) => layout === 'grid').map(({ row, column }) => `${row}${column}`)
  expect(cells).toEqual(['11', '12', '13', '21', '22', '23', '31', '32', '33'])
})

test('every field of every template has a label and a prompt in both languages, and its id once', () => {
  for (const template of Object.values(TEMPLATES)) {
    const ids = template.fields.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { label, prompt, choices } of template.fields) {
      for (const text of [label, prompt, ...(choices ?? []).map((choice) => choice.label)]) {
        expect(text.de.trim()).not.toBe('')
        expect(text.en.trim()).not.toBe('')
      }
    }
  }
})

test('a canvas with a template that this version does not know still has a field', () => {
  expect(templateOf('from-the-future').fields.length).toBeGreaterThan(0)
  expect(templateOf('constructor').fields.length).toBeGreaterThan(0)
})
