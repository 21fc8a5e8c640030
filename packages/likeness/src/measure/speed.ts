/**
 * Prints how long the notes of twelve groups take, 120 each, spread over nine fields and all in one: from scratch, the
 * longest single note (nothing else runs meanwhile), and a note that changes.
 *
 *     node packages/likeness/src/measure/speed.ts
 */
import { LikenessIndex } from '../LikenessIndex.ts'
import { labelledPairs } from './labelledPairs.ts'
import { print } from './print.ts'

const NOTES = 12 * 120
const texts = [...labelledPairs('de'), ...labelledPairs('en')].flatMap(({ a, b }) => [a, b])
/** The second time round, a text gets a word more: a workshop repeats thoughts, seldom sentences. */
const EXTRAS = ['', ' (dringend)', ' im Landkreis']

function textOf(index: number): string {
  return `${texts[index % texts.length]}${EXTRAS[Math.floor(index / texts.length)]}`
}

for (const fields of [9, 1]) {
  const indexes = Array.from({ length: fields }, () => new LikenessIndex('de'))
  const times: number[] = []
  const put = (at: number, text: string): void => {
    const startedAt = performance.now()
    indexes[at % fields]!.put(`n${at}`, text)
    times.push(performance.now() - startedAt)
  }
  const startedAt = performance.now()
  for (let at = 0; at < NOTES; at += 1) put(at, textOf(at))
  const total = performance.now() - startedAt
  const longest = Math.max(...times)
  times.length = 0
  for (let at = 0; at < 200; at += 1) put(at, `${textOf(at)} ${at}`)
  const changed = times.toSorted((a, b) => a - b)
  const matches = indexes.reduce((sum, index) => sum + index.matches().length, 0)
  print(
    `${NOTES} notes in ${fields} field(s): ${total.toFixed(0)} ms from scratch, longest note ${longest.toFixed(1)} ms, ` +
      `a changed note ${changed[100]!.toFixed(2)} ms (median), ${changed[190]!.toFixed(2)} ms (p95); ${matches} matches`,
  )
}
