/**
 * Settles the weights of weights.ts: a logistic regression on the half of the pairs that is for tuning, German and
 * English together. Deterministic; prints what to write down. The figures behind it are of five runs that each leave
 * out a fifth and judge it, so that they say something about pairs that the weights have not seen.
 *
 *     node packages/likeness/src/measure/tune.ts
 */
import { alignNotes } from '../alignNotes.ts'
import { featuresOf, type Features } from '../featuresOf.ts'
import type { Language } from '../Language.ts'
import { readNote } from '../readNote.ts'
import type { WEIGHTS } from '../weights.ts'
import { figuresOf } from './figuresOf.ts'
import { labelledPairs, type LabelledPair } from './labelledPairs.ts'
import { print } from './print.ts'

type Weights = { -readonly [K in keyof typeof WEIGHTS]: number }

interface Example {
  /** How much it counts. */
  readonly share: number
  readonly features: Features
  readonly isSame: boolean
}

/** What speaks for a pair never counts against it, and the other way round; few pairs suffice for sound weights then. */
const SIGNS: Readonly<Record<keyof Features, 1 | -1>> = {
  leastFound: 1,
  mostFound: 1,
  bothOwn: -1,
  ownShare: -1,
  negation: -1,
  opposite: -1,
  swapped: -1,
  otherKind: -1,
}
const NAMES = Object.keys(SIGNS) as (keyof Features)[]

const STEPS = 6_000
const RATE = 0.5
/** Pulls weights towards 0; found by the figures of the five runs. */
const DECAY = 0.001
/** A false offer costs the plenary more than a missed one. */
const COST_OF_FALSE = 1.5
/** How many pairs further on the strangers of a pair stand. */
const STRANGERS = [3, 7, 13, 23, 31]

function fit(examples: readonly Example[]): Weights {
  const weights = Object.fromEntries([...NAMES, 'constant' as const].map((name) => [name, 0])) as Weights
  const total = examples.reduce((sum, { share }) => sum + share, 0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = Object.fromEntries([...NAMES, 'constant' as const].map((name) => [name, 0])) as Weights
    for (const { features, isSame, share } of examples) {
      const error = (scoreBy(weights, features) - (isSame ? 1 : 0)) * share * (isSame ? 1 : COST_OF_FALSE)
      slope.constant += error
      for (const name of NAMES) slope[name] += error * features[name]
    }
    weights.constant -= (RATE * slope.constant) / total
    for (const name of NAMES) {
      weights[name] -= RATE * (slope[name] / total + DECAY * weights[name])
      if (weights[name] * SIGNS[name] < 0) weights[name] = 0
    }
  }
  return weights
}

function scoreBy(weights: Weights, features: Features): number {
  let sum = weights.constant
  for (const name of NAMES) sum += weights[name] * features[name]
  return 1 / (1 + Math.exp(-sum))
}

function exampleOf(language: Language, pair: Pick<LabelledPair, 'a' | 'b' | 'isSame'>, share: number): Example {
  const [a, b] = [readNote(pair.a, language), readNote(pair.b, language)]
  return { features: featuresOf(a, b, alignNotes(a, b)), isSame: pair.isSame, share }
}

/** Texts of different pairs: what a workshop has a hundred times as often as anything else. */
function strangers(language: Language): Example[] {
  const pairs = labelledPairs(language, 'tune')
  return pairs.flatMap(({ a }, index) =>
    STRANGERS.map((distance) => {
      const { b } = pairs[(index + distance) % pairs.length] as LabelledPair
      return exampleOf(language, { a, b, isSame: false }, 1 / STRANGERS.length)
    }),
  )
}

const LANGUAGES = ['de', 'en'] as const
// Some texts occur in two pairs; those are no strangers.
const unlike = LANGUAGES.flatMap(strangers).filter(({ features }) => features.leastFound < 1)
const examples = LANGUAGES.flatMap((language) =>
  labelledPairs(language, 'tune').map((pair) => exampleOf(language, pair, 1)),
)
const judged = [0, 1, 2, 3, 4].flatMap((fold) => {
  const weights = fit([...examples.filter((_, index) => index % 5 !== fold), ...unlike])
  return examples
    .filter((_, index) => index % 5 === fold)
    .map(({ features, isSame }) => ({ score: scoreBy(weights, features), isSame }))
})
const weights = fit([...examples, ...unlike])
for (const [name, value] of Object.entries(weights)) print(`  ${name}: ${Math.round(value * 10) / 10},`)
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
  const { precision, recall, f1 } = figuresOf(judged, threshold)
  print(`from ${threshold}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`)
}
