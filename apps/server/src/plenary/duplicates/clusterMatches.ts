import type { Reason } from '@tafelrunde/likeness'

/** Two cards that say the same; the keys of recommendations stand for cards as well. */
export interface CardMatch {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Cards of which each says the same as each other one. */
export interface Cluster {
  readonly keys: readonly string[]
  /** Of the two that are least alike. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Nobody reads more texts at once; the rest is offered when these have been decided. */
const MOST_KEYS = 6

/** More reasons than these are no help. */
const MOST_REASONS = 5
const MOST_WORDS = 6

/**
 * Put matches together, the most certain first. Cards come together only where each matches each: what is alike by way
 * of a third one only is offered by twos. Deterministic; every match is in exactly one cluster.
 */
export function clusterMatches(matches: readonly CardMatch[]): Cluster[] {
  const sorted = matches.toSorted((x, y) => y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b))
  const byPair = new Map(sorted.map((match) => [pairOf(match.a, match.b), match]))
  const clusterOf = new Map<string, Set<string>>()
  for (const { a, b } of sorted) {
    const [left, right] = [clusterOf.get(a) ?? new Set([a]), clusterOf.get(b) ?? new Set([b])]
    if (left === right || left.size + right.size > MOST_KEYS) continue
    if (![...left].every((one) => [...right].every((other) => byPair.has(pairOf(one, other))))) continue
    const joined = new Set([...left, ...right])
    for (const key of joined) clusterOf.set(key, joined)
  }
  const whole = [...new Set(clusterOf.values())].filter(({ size }) => size > 1)
  const bridges = sorted.filter(({ a, b }) => !clusterOf.get(a)?.has(b)).map(({ a, b }) => new Set([a, b]))
  return [...whole, ...bridges]
    .map((keys) => clusterFrom([...keys].toSorted(compare), byPair))
    .toSorted((x, y) => y.score - x.score || compare(x.keys.join(), y.keys.join()))
}

function clusterFrom(keys: readonly string[], byPair: ReadonlyMap<string, CardMatch>): Cluster {
  const inside = keys.flatMap((a, index) => keys.slice(index + 1).map((b) => byPair.get(pairOf(a, b)) as CardMatch))
  return {
    keys,
    score: Math.min(...inside.map(({ score }) => score)),
    reasons: joined(inside.flatMap(({ reasons }) => reasons)),
  }
}

/** The reasons of several matches, each once; what they share as one reason. */
function joined(reasons: readonly Reason[]): readonly Reason[] {
  const words = new Set(reasons.flatMap((reason) => (reason.code === 'shared' ? reason.words : [])))
  const others = new Map(
    reasons.filter(({ code }) => code !== 'shared').map((reason) => [JSON.stringify(reason), reason]),
  )
  const shared: Reason[] = words.size > 0 ? [{ code: 'shared', words: [...words].slice(0, MOST_WORDS) }] : []
  return [...shared, ...others.values()].slice(0, MOST_REASONS)
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
