import type { DemoFrame } from '../../DemoContent.ts'

/** Titel, Beteiligte und Impulse des Tages. */
export const frame: DemoFrame = {
  title: 'OZG-Marketing',
  organisations: [
    'Land A',
    'Land B',
    'Land C',
    'Land D',
    'Land E',
    'Land F',
    'Land G',
    'Land H',
    'Land I',
    'Land J',
    'Bundesressort 1',
    'Bundesressort 2',
  ],
  talks: [
    { organisation: 'Bundesressort 1', title: 'Vom Freischalten zum Nutzen: was eine Dachmarke leisten kann' },
    { organisation: 'Land B', title: 'Eine Landeskampagne im Rückblick: was gewirkt hat und was nicht' },
    { organisation: 'Land A', title: 'Zielgruppen zuerst: wie wir Onlinedienste ins Gespräch bringen' },
  ],
}
