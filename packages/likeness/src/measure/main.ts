/**
 * Prints how well near-duplicates are told from other pairs, on the half of the labelled pairs that nothing was tuned
 * on; with `tune` behind it, on the other half.
 *
 *     node packages/likeness/src/measure/main.ts [tune]
 */
import type { Figures } from './figuresOf.ts'
import { measureLikeness } from './measureLikeness.ts'
import { print } from './print.ts'

const half = process.argv[2] === 'tune' ? 'tune' : 'held'

function row(name: string, { precision, recall, f1 }: Figures): string {
  return `  ${name.padEnd(14)}${[precision, recall, f1].map((figure) => figure.toFixed(3).padStart(10)).join('')}`
}

for (const language of ['de', 'en'] as const) {
  const measured = measureLikeness(language, half)
  print(`${language}, half “${half}”: ${measured.pairs} pairs, ${measured.same} of them the same thought`)
  print(`  ${''.padEnd(14)}${['precision', 'recall', 'F1'].map((name) => name.padStart(10)).join('')}`)
  print(row('likeness', measured.likeness))
  print(row('exact match', measured.exactMatch))
  print(row('bag of words', measured.bagOfWords))
  for (const { why, isSame, pairs, called } of measured.kinds) {
    const label = isSame ? `${called} of ${pairs} found` : `${called} of ${pairs} called the same by mistake`
    print(`  ${isSame ? '+' : '-'} ${why.padEnd(18)}${label}`)
  }
  print('')
}
