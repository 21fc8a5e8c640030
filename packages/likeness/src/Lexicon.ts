/** What a language knows about words, as data. Words stand as people write them; the stemmer is applied on loading. */
export interface LexiconData {
  /** Words that say nothing by themselves; they are left out. */
  readonly stopWords: string
  /** Words that say little; whether they match counts for little. */
  readonly lightWords: string
  /** Words that turn the meaning of what follows. */
  readonly negations: string
  /** Prefixes and endings that turn the meaning of the word they belong to. */
  readonly negatingPrefixes: readonly string[]
  readonly negatingEndings: readonly string[]
  /** Words that look as if they carried one of these and do not. */
  readonly notNegated: string
  /** Prepositions that make somebody the receiver or the source of what is done. */
  readonly directions: Readonly<Record<string, 'to' | 'from'>>
  /** Two lists of words each; a text with a word of one and a text with a word of the other say the opposite. */
  readonly opposites: readonly (readonly [string, string])[]
  /** Short form = what it stands for, `|` between spellings. */
  readonly abbreviations: readonly string[]
  /** Words and phrases that say the same, `|` between them. */
  readonly synonyms: readonly string[]
  /** Lists of words of one kind: two texts that differ in two words of one kind mean different things. */
  readonly kinds: Readonly<Record<string, string>>
  /** Parts of which compounds are made. */
  readonly compoundParts: string
  /** Irregular form → the word whose stem it shares. */
  readonly irregular: string
}
