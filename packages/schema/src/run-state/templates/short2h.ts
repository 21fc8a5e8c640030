import type { RunSheetTemplate } from '../StepTemplate.ts'
import { analysing, inThePlenary, listening, onTheCommonBoard, recommending } from './stepKinds.ts'

/** Two hours with one analysis and one round of recommendations: 8 steps, 120 minutes. */
export const short2h: RunSheetTemplate = {
  id: 'short-2h',
  label: { de: 'Kurz, 2 Stunden', en: 'Short, 2 hours' },
  steps: [
    {
      ...onTheCommonBoard,
      title: { de: 'Ankommen', en: 'Check-in' },
      instruction: {
        de: 'Schön, dass Sie da sind! Schreiben Sie auf die gemeinsame Tafel, was Sie heute mitnehmen möchten.',
        en: 'Good to have you here! Write on the common board what you would like to take away today.',
      },
      minutes: 8,
    },
    {
      ...listening,
      title: { de: 'Auftrag für die Gruppen', en: 'Briefing' },
      instruction: {
        de: 'Wir arbeiten gleich in Gruppen, jede mit einer Zielgruppe. Der Auftrag bleibt auf Ihrer Tafel sichtbar.',
        en: 'We are about to work in groups, each with one target group. The task stays visible on your board.',
      },
      minutes: 5,
    },
    {
      ...analysing,
      title: { de: 'Zielgruppe verstehen', en: 'Understand the target group' },
      instruction: {
        de: 'Füllen Sie die neun Felder zu Ihrer Zielgruppe. Beginnen Sie mit den Anliegen und den Hürden; fünf Minuten jede und jeder für sich, dann gemeinsam.',
        en: 'Fill the nine fields about your target group. Start with goals and barriers; five minutes alone, then together.',
      },
      minutes: 35,
    },
    {
      ...inThePlenary,
      title: { de: 'Plenum: Was wir herausgefunden haben', en: 'Plenary: what we found out' },
      instruction: {
        de: 'Wir sehen alle Tafeln Feld für Feld nebeneinander. Was überrascht Sie, was taucht mehrfach auf?',
        en: 'We see all boards side by side, field by field. What surprises you, what appears more than once?',
      },
      minutes: 12,
    },
    {
      ...listening,
      title: { de: 'Pause', en: 'Break' },
      instruction: {
        de: 'Zehn Minuten Pause. Ihre Tafel ist gesichert.',
        en: 'A break of ten minutes. Your board is safe.',
      },
      minutes: 10,
    },
    {
      ...recommending,
      title: { de: 'Empfehlungen schreiben', en: 'Write recommendations' },
      instruction: {
        de: 'Leiten Sie aus den wichtigsten Hürden Empfehlungen ab: eine Maßnahme je Empfehlung, mit Begründung und erstem Schritt.',
        en: 'Derive recommendations from the most important barriers: one action each, with a rationale and a first step.',
      },
      minutes: 30,
    },
    {
      ...inThePlenary,
      screen: 'recommendations',
      title: { de: 'Plenum: Was zuerst?', en: 'Plenary: what comes first?' },
      instruction: {
        de: 'Alle Empfehlungen stehen in einer Liste. Was bringt am meisten, und was können wir gleich anfangen?',
        en: 'All recommendations are in one list. What brings most, and what can we start at once?',
      },
      minutes: 15,
    },
    {
      ...onTheCommonBoard,
      title: { de: 'Rückmeldung und Abschluss', en: 'Feedback and close' },
      instruction: {
        de: 'Ein Zettel zum Schluss: Was nehmen Sie mit? Herzlichen Dank, alles ist gesichert.',
        en: 'One note to finish: what do you take along? Thank you very much, everything is safe.',
      },
      minutes: 5,
    },
  ],
}
