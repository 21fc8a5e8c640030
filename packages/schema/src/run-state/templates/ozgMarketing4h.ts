import type { RunSheetTemplate } from '../StepTemplate.ts'
import {
  analysing,
  dotsOnTargetGroups,
  estimateOfRecommendations,
  inThePlenary,
  listening,
  onTheCommonBoard,
  pointsOnRecommendations,
  recommending,
} from './stepKinds.ts'

/** The four-hour workshop on marketing for online services: 15 steps, 240 minutes. */
export const ozgMarketing4h: RunSheetTemplate = {
  id: 'ozg-marketing-4h',
  label: { de: 'OZG-Marketing, 4 Stunden', en: 'OZG marketing, 4 hours' },
  steps: [
    {
      ...onTheCommonBoard,
      title: { de: 'Ankommen', en: 'Check-in' },
      instruction: {
        de: 'Schön, dass Sie da sind! Schreiben Sie einen Zettel auf die gemeinsame Tafel: Wer sind Sie, und was soll heute unbedingt herauskommen? So probieren Sie die Tafel gleich aus.',
        en: 'Good to have you here! Write a note on the common board: who are you, and what must come out of today? That way you try the board at once.',
      },
      minutes: 12,
    },
    {
      ...onTheCommonBoard,
      title: { de: 'Impulse', en: 'Impulse talks' },
      instruction: {
        de: 'Hören Sie zu und sammeln Sie nebenbei: Was ist gute Praxis, die Sie übernehmen möchten? Was möchten Sie nachfragen? Ein Gedanke je Zettel, dazu der Impuls, auf den er sich bezieht.',
        en: 'Listen, and collect on the side: which good practice would you like to adopt? What would you like to ask? One thought per note, with the talk it refers to.',
      },
      minutes: 38,
    },
    {
      ...onTheCommonBoard,
      writableRoots: ['items'],
      screen: 'instruction',
      isHidden: true,
      title: { de: 'Zielgruppen sammeln', en: 'Collect target groups' },
      instruction: {
        de: 'Fünf Minuten, jede und jeder für sich: Wen müssen wir erreichen? Schreiben Sie eine Zielgruppe je Zettel, so genau wie möglich. Nicht „alle Bürger“, sondern zum Beispiel „Eltern kurz nach der Geburt“.',
        en: 'Five minutes, everyone alone: whom do we have to reach? Write one target group per note, as precisely as you can. Not “all citizens” but, for example, “parents shortly after a birth”.',
      },
      minutes: 5,
    },
    {
      ...onTheCommonBoard,
      title: { de: 'Aufdecken und ordnen', en: 'Reveal and cluster' },
      instruction: {
        de: 'Jetzt sehen wir alles. Schieben Sie zusammen, was zusammengehört, und fragen Sie nach, wo Ihnen ein Zettel unklar ist. Wir suchen gemeinsam einen Namen für jede Wolke.',
        en: 'Now we see everything. Move together what belongs together, and ask where a note is unclear to you. We look for a name for each cluster together.',
      },
      minutes: 13,
    },
    {
      ...onTheCommonBoard,
      writableRoots: ['reactions'],
      screen: 'vote',
      vote: {
        ...dotsOnTargetGroups,
        question: {
          de: 'Welche Zielgruppen sehen wir uns heute genauer an?',
          en: 'Which target groups do we look at more closely today?',
        },
      },
      title: { de: 'Auswählen', en: 'Vote' },
      instruction: {
        de: 'Welche Zielgruppen sehen wir uns heute genauer an? Sie haben drei Punkte und dürfen sie verteilen oder häufen. Wählen Sie, wo heute am meisten zu gewinnen ist.',
        en: 'Which target groups do we look at more closely today? You have three dots, to spread or to pile up. Choose where there is most to gain today.',
      },
      minutes: 7,
    },
    {
      ...listening,
      title: { de: 'Auftrag für die Gruppen', en: 'Briefing' },
      instruction: {
        de: 'Gleich geht es in die Gruppen. Ihre Tafel wartet schon, der Auftrag bleibt dort die ganze Zeit sichtbar. Wenn Sie nicht weiterwissen: Sagen Sie uns Bescheid, wir kommen dazu.',
        en: 'In a moment you go to your groups. Your board is waiting, and the task stays visible there all the time. If you get stuck, tell us and we will join you.',
      },
      minutes: 3,
    },
    {
      ...analysing,
      title: { de: 'Gruppenarbeit 1: Zielgruppe verstehen', en: 'Breakout 1: understand the target group' },
      instruction: {
        de: 'Lernen Sie Ihre Zielgruppe kennen und füllen Sie die neun Felder. Beginnen Sie mit den Anliegen und den Hürden. Vermutungen sind willkommen: Kennzeichnen Sie, was Sie wissen und was Sie annehmen.',
        en: 'Get to know your target group and fill the nine fields. Start with goals and barriers. Guesses are welcome: mark what you know and what you assume.',
      },
      minutes: 45,
      parts: [
        {
          title: { de: 'Allein schreiben', en: 'Write alone' },
          instruction: {
            de: 'Schreiben Sie fünf Minuten still, was Ihnen zur Zielgruppe einfällt. Ein Gedanke je Zettel, noch nicht besprechen.',
            en: 'Write in silence for five minutes what comes to mind about the target group. One thought per note, no discussion yet.',
          },
          minutes: 5,
        },
        {
          title: { de: 'Gemeinsam sammeln', en: 'Collect together' },
          instruction: {
            de: 'Gehen Sie die Felder der Reihe nach durch und ergänzen Sie. Schauen Sie auch in die Felder, die noch leer sind.',
            en: 'Go through the fields one by one and add. Look at the fields that are still empty, too.',
          },
          minutes: 15,
        },
        {
          title: { de: 'Schärfen', en: 'Sharpen' },
          instruction: {
            de: 'Was davon stimmt wirklich, und was wiegt am schwersten? Legen Sie Doppeltes zusammen und geben Sie jeder Hürde eine Ursache.',
            en: 'What of this is really true, and what weighs most? Bring doubles together and give each barrier a cause.',
          },
          minutes: 15,
        },
        {
          title: { de: 'Kernbotschaft finden', en: 'Find the key message' },
          instruction: {
            de: 'Schreiben Sie einen Satz, den die Zielgruppe selbst sagen würde. Höchstens drei Vorschläge, jeder kurz genug für ein Plakat.',
            en: 'Write a sentence that the target group would say themselves. Three proposals at most, each short enough for a poster.',
          },
          minutes: 10,
        },
      ],
    },
    {
      ...listening,
      title: { de: 'Pause', en: 'Break' },
      instruction: {
        de: 'Zwölf Minuten für Kaffee und frische Luft. Ihre Tafel ist gesichert, danach geht es im Plenum weiter.',
        en: 'Twelve minutes for coffee and fresh air. Your board is safe; we go on in the plenary afterwards.',
      },
      minutes: 12,
    },
    {
      ...inThePlenary,
      title: { de: 'Plenum 1: Was wir herausgefunden haben', en: 'Plenary 1: what we found out' },
      instruction: {
        de: 'Wir sehen alle Tafeln Feld für Feld nebeneinander. Was überrascht Sie? Was taucht bei mehreren Gruppen auf? Fragen an eine Gruppe schreiben Sie auf die gemeinsame Tafel.',
        en: 'We see all boards side by side, field by field. What surprises you? What appears in several groups? Put questions to a group on the common board.',
      },
      minutes: 15,
    },
    {
      ...recommending,
      vote: {
        ...estimateOfRecommendations,
        question: {
          de: 'Wie viel Aufwand macht es, und wie viel bringt es?',
          en: 'How much effort does it take, and how much does it bring?',
        },
      },
      title: { de: 'Gruppenarbeit 2: Empfehlungen schreiben', en: 'Breakout 2: write recommendations' },
      instruction: {
        de: 'Was soll jetzt wer tun? Leiten Sie aus den wichtigsten Hürden Handlungsempfehlungen ab: eine Maßnahme je Empfehlung, mit Begründung und erstem Schritt. Lieber vier gute als zwölf vage.',
        en: 'Who should do what now? Derive recommendations from the most important barriers: one action each, with a rationale and a first step. Rather four good ones than twelve vague ones.',
      },
      minutes: 50,
      parts: [
        {
          title: { de: 'Ableiten', en: 'Derive' },
          instruction: {
            de: 'Wählen Sie die drei bis fünf Hürden, die am schwersten wiegen, und machen Sie aus jeder einen Vorschlag.',
            en: 'Choose the three to five barriers that weigh most and turn each into a proposal.',
          },
          minutes: 20,
        },
        {
          title: { de: 'Ausarbeiten', en: 'Work out' },
          instruction: {
            de: 'An wen richtet sich die Empfehlung, und was wäre der erste Schritt? Schreiben Sie so, dass jemand von außen es versteht.',
            en: 'Whom is the recommendation addressed to, and what would be the first step? Write so that an outsider understands it.',
          },
          minutes: 20,
        },
        {
          title: { de: 'Einschätzen', en: 'Estimate' },
          instruction: {
            de: 'Schätzen Sie still, jede und jeder für sich, Aufwand und Wirkung. Bringen Sie die Liste dann in eine Reihenfolge, hinter der Sie stehen, und reichen Sie die vorderen ein.',
            en: 'Estimate effort and impact in silence, everyone alone. Then put the list into an order that you stand behind, and submit the top ones.',
          },
          minutes: 10,
        },
      ],
    },
    {
      ...listening,
      title: { de: 'Kurze Pause', en: 'Short break' },
      instruction: {
        de: 'Fünf Minuten zum Durchatmen. Alle Empfehlungen sind gesichert, gleich sehen wir sie gemeinsam.',
        en: 'Five minutes to catch your breath. All recommendations are safe; in a moment we look at them together.',
      },
      minutes: 5,
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
      title: { de: 'Plenum 2: Was zuerst?', en: 'Plenary 2: what comes first?' },
      instruction: {
        de: 'Alle Empfehlungen stehen in einer Liste. Sie haben fünf Punkte: Was bringt am meisten, und was können wir gleich anfangen? Wo wir weit auseinanderliegen, sprechen wir darüber.',
        en: 'All recommendations are in one list. You have five points: what brings most, and what can we start at once? Where we are far apart we talk about it.',
      },
      minutes: 20,
    },
    {
      ...inThePlenary,
      writableRoots: ['recommendations', 'comments'],
      where: 'groups',
      screen: 'commitments',
      title: { de: 'Verabredungen', en: 'Commitments' },
      instruction: {
        de: 'Wer nimmt was mit? Tragen Sie bei den vorderen Empfehlungen ein, welche Stelle federführend ist, was der erste Schritt ist und bis wann er getan wird.',
        en: 'Who takes what along? Enter with the top recommendations which body leads, what the first step is and by when it will be done.',
      },
      minutes: 8,
    },
    {
      ...onTheCommonBoard,
      title: { de: 'Rückmeldung und Ausblick', en: 'Feedback and outlook' },
      instruction: {
        de: 'Ein Zettel zum Schluss: Was nehmen Sie mit, und was sollen wir beim nächsten Mal anders machen?',
        en: 'One note to finish: what do you take along, and what should we do differently next time?',
      },
      minutes: 5,
    },
    {
      ...listening,
      visibility: 'all',
      isPlenaryOpen: true,
      title: { de: 'Abschluss', en: 'Close' },
      instruction: {
        de: 'Herzlichen Dank! Alles ist gesichert. Sie können den Rechner zuklappen und finden Ihre Tafel unter demselben Link wieder.',
        en: 'Thank you very much! Everything is safe. You can close your computer and will find your board again under the same link.',
      },
      minutes: 2,
    },
  ],
}
