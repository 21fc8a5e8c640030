import { expect, test } from 'vitest'
import { clusterMatches, type CardMatch } from './clusterMatches.ts'

function match(pair: string, score: number): CardMatch {
  const [a, b] = pair.split('') as [string, string]
  return { a, b, score, reasons: [{ code: 'shared', words: [pair] }] }
}

test('cards of which each matches each come together, as certain as the least alike two of them', () => {
  const [cluster, ...others] = clusterMatches([match('ab', 0.9), match('ac', 0.7), match('bc', 0.8)])
  expect(others).toEqual([])
  expect(cluster).toMatchObject({ keys: ['a', 'b', 'c'], score: 0.7 })
  expect(cluster?.reasons).toEqual([{ code: 'shared', words: ['ab', 'ac', 'bc'] }])
})

test('what is alike by way of a third one only is offered by twos', () => {
  const clusters = clusterMatches([match('bc', 0.7), match('ab', 0.9)])
  expect(clusters.map(({ keys }) => keys.join(''))).toEqual(['ab', 'bc'])
})

test('the order of the matches does not matter, and every match is offered once', () => {
  const matches = ['ab', 'ac', 'bc', 'cd', 'de', 'ef', 'ae', 'xy'].map((pair, index) => match(pair, 0.6 + index / 100))
  const clusters = clusterMatches(matches)
  expect(clusterMatches(matches.toReversed())).toEqual(clusters)
  const offered = clusters.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => ('words' in reason ? reason.words : [])),
  )
  expect(offered.toSorted()).toEqual(matches.map(({ a, b }) => a + b).toSorted())
})

test('nobody is shown a whole wall of texts at once', () => {
  const keys = 'abcdefghij'.split('')
  const matches = keys.flatMap((a, index) => keys.slice(index + 1).map((b) => match(a + b, 0.9)))
  for (const cluster of clusterMatches(matches)) expect(cluster.keys.length).toBeLessThanOrEqual(6)
})
