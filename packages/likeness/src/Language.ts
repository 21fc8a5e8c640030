/** A language that notes are compared in. */
export type Language = 'de' | 'en'
