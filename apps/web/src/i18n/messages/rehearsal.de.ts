import type { PlanFault } from '@tafelrunde/schema/plain'

export const rehearsal = {
  title: 'Plan prüfen',
  explain:
    'Wir sehen uns Regieplan, Gruppen, Plätze und Links an und sagen Ihnen, wo es am Tag selbst haken könnte. Geändert wird dabei nichts.',
  again: 'Noch einmal prüfen',
  checking: 'Wird geprüft …',
  failed: ({ problem }: { problem: string }) => `Die Prüfung hat nicht geklappt. ${problem}`,
  sound: 'Der Plan ist stimmig',
  soundExplain: 'Wir haben nichts gefunden, was Sie aufhalten würde. Gutes Gelingen!',
  soundButHints: 'Nichts davon wird Sie aufhalten. Ein paar Gedanken für die Vorbereitung haben wir noch.',
  summary: ({ blocks, warns, hints }: { blocks: number; warns: number; hints: number }) =>
    `Geprüft. Das geht so nicht: ${blocks}. Darüber kann man stolpern: ${warns}. Zum Überlegen: ${hints}.`,
  severities: {
    blocks: 'Das geht so nicht',
    warns: 'Darüber kann man stolpern',
    hint: 'Zum Überlegen',
  },
  severityHints: {
    blocks: 'Bitte vor dem Workshop ändern: Am Tag selbst bleiben Sie sonst hier stehen.',
    warns: 'Es läuft weiter, aber jemand wird nachfragen müssen.',
    hint: 'Oft ist das so gewollt. Dann ist alles gut.',
  },
  step: ({ number, title }: { number: number; title: string }) => `Schritt ${number}: ${title}`,
  untitled: 'ohne Titel',
  mend: {
    steps: 'Regieplan ändern',
    workshop: 'Workshop ändern',
    groups: 'Gruppen ändern',
    people: 'Plätze ansehen',
    links: 'Links ansehen',
    board: 'Zur Tafel',
  },
  mendAt: ({ mend, place }: { mend: string; place: string }) => (place === '' ? mend : `${mend} (${place})`),
  problems: {
    'step.untitled': 'Der Schritt hat keinen Titel. Im Regieplan weiß dann niemand, was gemeint ist.',
    'step.withoutInstruction':
      'Hier wird geschrieben oder abgestimmt, aber auf der Tafel steht nicht, was zu tun ist. Ein Satz genügt.',
    'step.silent': 'In diesem Schritt gibt es nichts zu schreiben und auch nichts zu lesen. Was passiert gerade?',
    'step.emptyPart': ({ part }: { part: number }) => `Teil ${part} hat weder Titel noch Anweisung.`,
    'step.sameTitle': 'Ein früherer Schritt heißt genauso. Im Regieplan sind beide schwer auseinanderzuhalten.',
    'plan.empty': 'Es gibt keine Schritte. Alle dürfen die ganze Zeit alles, und auf den Tafeln steht kein Auftrag.',
    'step.withoutTime': ({ parts }: { parts: number }) =>
      parts > 0
        ? `Der Schritt hat 0 Minuten, seine Teile dauern zusammen ${parts}. Ohne Minuten läuft keine Uhr.`
        : 'Der Schritt hat 0 Minuten. Ohne Minuten endet er nicht sanft, und seine Teile wechseln nicht.',
    'step.partsDiffer': ({ parts, minutes }: { parts: number; minutes: number }) =>
      `Die Teile dauern zusammen ${parts} Minuten, der Schritt ${minutes}.`,
    'plan.tooLong': ({ minutes, over }: { minutes: number; over: number }) =>
      `Die Schritte dauern zusammen ${minutes} Minuten. Das sind ${over} mehr, als der Workshop Zeit hat.`,
    'plan.noBreak': ({ minutes }: { minutes: number }) =>
      `Ab hier wird ${minutes} Minuten lang ohne Unterbrechung gearbeitet. Täte eine Pause gut?`,
    'step.withoutGroups': 'Geschrieben werden soll auf den Gruppentafeln, aber es gibt noch keine Gruppen.',
    'hidden.withoutNotes': 'Hier soll verdeckt geschrieben werden, aber Beiträge sind nicht erlaubt.',
    'hidden.neverShown':
      'Nach dem verdeckten Schreiben sieht sich kein Schritt die Beiträge an. Was Sie nicht aufdecken, wird am Ende gelöscht.',
    'vote.withoutQuestion': 'Die Abstimmung hat keine Frage.',
    'vote.tooFewOptions': 'Abgestimmt wird über eigene Möglichkeiten, es sind aber weniger als zwei.',
    'vote.fieldMissing':
      'Abgestimmt wird über Beiträge aus einem Feld, das auf keiner dieser Tafeln steht. Es gäbe nichts zur Wahl.',
    'vote.withoutNotes':
      'Abgestimmt wird über Beiträge, aber bis dahin konnte auf diesen Tafeln niemand welche schreiben.',
    'vote.withoutRecommendations':
      'Abgestimmt wird über Handlungsempfehlungen, aber bis dahin konnte niemand welche schreiben.',
    'vote.figuresDisagree': ({ votes, most }: { votes: number; most: number }) =>
      `Jede Person hat ${votes} Stimmen, auf eine Möglichkeit dürfen aber ${most}. Das passt nicht zusammen.`,
    'screen.withoutVote': 'Die Leinwand soll eine Abstimmung zeigen, bis dahin ist aber keine geplant.',
    'screen.plenaryClosed':
      'Die Leinwand zeigt das Plenum, auf den eigenen Geräten ist es aber zu. Wer nicht im Raum ist, sieht nichts.',
    'screen.beforeGroupWork':
      'Die Leinwand zeigt, was die Gruppen gefunden haben, aber sie fangen erst später an. Sie bliebe leer.',
    'screen.beforeRecommendations':
      'Die Leinwand zeigt Handlungsempfehlungen, aber bis dahin konnte niemand welche schreiben. Sie bliebe leer.',
    'board.unreadable':
      'Die Tafel dieser Gruppe lässt sich nicht öffnen. Bitte sagen Sie der technischen Betreuung Bescheid.',
    'group.withoutCanvas': 'Wenn die Gruppenarbeit beginnt, liegt auf dieser Tafel noch keine Canvas.',
    'group.withoutTask':
      'Diese Gruppe hat weder Zielgruppe noch Thema, und ihre Canvas hat keinen Titel. Womit soll sie sich beschäftigen?',
    'group.sameName': ({ count }: { count: number }) => `${count} Gruppen heißen so. Das gibt Verwechslungen.`,
    'talks.none': 'Die Plenumstafel ist für die Ernte aus Impulsen vorbereitet, aber es ist kein Impuls eingetragen.',
    'people.tooMany': ({ people, places }: { people: number; places: number }) =>
      `Es sind ${people} Menschen, die Gruppen haben zusammen aber nur ${places} Plätze.`,
    'group.overfull': ({ people, places }: { people: number; places: number }) =>
      `In dieser Gruppe sind ${people} Menschen dabei oder vorgesehen, sie hat ${places} Plätze.`,
    'group.empty': 'In dieser Gruppe ist noch niemand, in anderen schon.',
    'team.single': 'Sie moderieren allein. Zu zweit kann jemand auf Hilferufe und Technik achten.',
    'link.noWayIn': 'Es gibt keinen gültigen Link für Teilnehmende. So kommt niemand herein.',
    'group.noWayIn': 'Es gibt nur Links für einzelne Gruppen, und für diese gibt es keinen gültigen.',
    'link.expiresEarly':
      'Der Link für Teilnehmende läuft ab, bevor der Workshop vorbei ist. Wer später kommt, steht vor der Tür.',
    'link.noScreen':
      'Es gibt keinen gültigen Link für die Leinwand. Wenn Sie keinen Beamer haben, brauchen Sie keinen.',
  } satisfies Record<PlanFault, string | ((figures: never) => string)>,
}
