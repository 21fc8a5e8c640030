import { expect, it } from 'vitest'
import { nudgeSentences } from './nudgeSentences.ts'

it('begins with the field that is empty, and has every sentence in both languages', () => {
  const field = { de: 'Bedürfnisse', en: 'Needs' }
  const sentences = nudgeSentences(field)
  expect(sentences[0]).toEqual({
    de: 'Bei „Bedürfnisse“ steht noch nichts. Fällt Ihnen dazu etwas ein?',
    en: 'There is nothing under “Needs” yet. Does anything come to mind?',
  })
  expect(sentences.slice(1)).toEqual(nudgeSentences(null))
  for (const { de, en } of sentences) expect(de !== '' && en !== '' && de !== en).toBe(true)
})
