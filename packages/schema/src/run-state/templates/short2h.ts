import type { RunSheetTemplate } from '../StepTemplate.ts'
import {
  analysing,
  inThePlenary,
  listening,
  onTheCommonBoard,
  pointsOnRecommendations,
  recommending,
} from './stepKinds.ts'

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
      parts: [
        {
          title: { de: 'Allein schreiben', en: 'Write alone' },
          instruction: {
            de: 'Schreiben Sie fünf Minuten still, was Ihnen zur Zielgruppe einfällt. Ein Gedanke je Zettel.',
            en: 'Write in silence for five minutes what comes to mind about the target group. One thought per note.',
          },
          minutes: 5,
        },
        {
          title: { de: 'Gemeinsam sammeln', en: 'Collect together' },
          instruction: {
            de: 'Gehen Sie die Felder der Reihe nach durch und ergänzen Sie, auch dort, wo noch nichts steht.',
            en: 'Go through the fields one by one and add, also where there is nothing yet.',
          },
          minutes: 20,
        },
        {
          title: { de: 'Kernbotschaft finden', en: 'Find the key message' },
          instruction: {
            de: 'Was wiegt am schwersten? Schreiben Sie dann einen Satz, den die Zielgruppe selbst sagen würde.',
            en: 'What weighs most? Then write a sentence that the target group would say themselves.',
          },
          minutes: 10,
        },
      ],
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
      parts: [
        {
          title: { de: 'Ableiten', en: 'Derive' },
          instruction: {
            de: 'Wählen Sie die zwei oder drei Hürden, die am schwersten wiegen, und machen Sie aus jeder einen Vorschlag.',
            en: 'Choose the two or three barriers that weigh most and turn each into a proposal.',
          },
          minutes: 12,
        },
        {
          title: { de: 'Ausarbeiten', en: 'Work out' },
          instruction: {
            de: 'An wen richtet sich die Empfehlung, und was wäre der erste Schritt? Schreiben Sie so, dass jemand von außen es versteht.',
            en: 'Whom is the recommendation addressed to, and what would be the first step? Write so that an outsider understands it.',
          },
          minutes: 18,
        },
      ],
    },
    {
      ...inThePlenary,
      screen: 'vote',
      vote: {
        ...pointsOnRecommendations,
        question: {
          de: 'Welche Empfehlungen gehen wir zuerst an?',
          en: 'Which recommendations do we tackle first?',
        },
      },
      title: { de: 'Plenum: Was zuerst?', en: 'Plenary: what comes first?' },
      instruction: {
        de: 'Alle Empfehlungen stehen in einer Liste. Sie haben fünf Punkte: Was bringt am meisten, und was können wir gleich anfangen?',
        en: 'All recommendations are in one list. You have five points: what brings most, and what can we start at once?',
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
