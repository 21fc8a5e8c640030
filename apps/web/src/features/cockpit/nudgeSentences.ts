import type { LocalText } from '@tafelrunde/schema/plain'

/**
 * Sentences that help a group on without judging it, in the languages of workshops; moderators change them before they
 * send them. They are content for the group, so the language is the workshop's and not that of the cockpit.
 */
const ALWAYS: readonly LocalText[] = [
  {
    de: 'Wie kommen Sie voran? Wenn etwas unklar ist, rufen Sie gern.',
    en: 'How are you getting on? If anything is unclear, just call us.',
  },
  {
    de: 'Halten Sie gern auch halbe Gedanken fest. Sortiert wird später.',
    en: 'Half-finished thoughts are welcome, too. Sorting comes later.',
  },
  {
    de: 'Hören Sie einmal die, die bisher wenig gesagt haben.',
    en: 'Take a moment to hear those who have said little so far.',
  },
  {
    de: 'Bitte kommen Sie langsam zum Ende und prüfen Sie, was fehlt.',
    en: 'Please begin to wrap up, and check what is missing.',
  },
]

/** What can be said to a group, the sentence about its empty field first. */
export function nudgeSentences(emptyField: LocalText | null): readonly LocalText[] {
  if (!emptyField) return ALWAYS
  return [
    {
      de: `Bei „${emptyField.de}“ steht noch nichts. Fällt Ihnen dazu etwas ein?`,
      en: `There is nothing under “${emptyField.en}” yet. Does anything come to mind?`,
    },
    ...ALWAYS,
  ]
}
