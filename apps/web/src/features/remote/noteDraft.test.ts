import { expect, it } from 'vitest'
import { noteDraft } from './noteDraft.ts'

const typed = noteDraft.type(noteDraft.of('Alt'), 'Alt und neu')

it('follows the team as long as nothing was typed here', () => {
  expect(noteDraft.receive(noteDraft.of('Alt'), 'Von nebenan').text).toBe('Von nebenan')
})

it('asks when somebody else has saved while this person was typing, and keeps both texts until it knows', () => {
  const draft = noteDraft.receive(typed, 'Von nebenan')
  expect(draft.text).toBe('Alt und neu')
  expect(noteDraft.theirs(draft, 'Von nebenan')).toBe('Von nebenan')
  const mine = noteDraft.insist(draft, 'Von nebenan')
  expect(noteDraft.theirs(mine, 'Von nebenan')).toBeNull()
  expect(noteDraft.isChanged(mine)).toBe(true)
})

it('knows its own words when they come back, also late and while typing goes on', () => {
  let draft = noteDraft.send(typed, 'Alt und neu')
  draft = noteDraft.send(noteDraft.type(draft, 'Alt und neuer'), 'Alt und neuer')
  draft = noteDraft.type(draft, 'Alt und am neuesten')
  for (const saved of ['Alt und neu', 'Alt und neuer']) {
    draft = noteDraft.receive(draft, saved)
    expect(noteDraft.theirs(draft, saved)).toBeNull()
    expect(draft.text).toBe('Alt und am neuesten')
  }
})

it('takes a line break at the end or another spelling of the same letter for no change', () => {
  expect(noteDraft.isChanged(noteDraft.type(noteDraft.of('Alt'), 'Alt\n'))).toBe(false)
  expect(noteDraft.isChanged(noteDraft.type(noteDraft.of('für'), 'fu\u0308r'))).toBe(false)
  expect(noteDraft.isChanged(typed)).toBe(true)
})
