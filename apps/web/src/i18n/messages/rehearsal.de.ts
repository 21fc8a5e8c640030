import type { PlanFault, RehearsalFault } from '@tafelrunde/schema/plain'

export const rehearsal = {
  title: 'Plan prüfen',
  planTitle: 'Planprüfung',
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
  trial: {
    title: 'Probelauf',
    explain:
      'Erdachte Teilnehmende gehen Ihren Regieplan in zwei bis drei Minuten durch: Sie schreiben, stimmen ab, rufen um Hilfe, verlieren das Netz und kommen wieder. Das geschieht auf einer Kopie, die danach gelöscht wird. Ihr Workshop bleibt, wie er ist.',
    start: 'Probelauf starten',
    again: 'Noch ein Probelauf',
    stop: 'Probelauf anhalten',
    phases: {
      arriving: 'Die erdachten Teilnehmenden kommen an …',
      ending: 'Der Workshop wird geschlossen und das Ergebnis angesehen …',
      over: 'Der Probelauf ist zu Ende.',
    },
    stepOf: ({ number, steps, title }: { number: number; steps: number; title: string }) =>
      `Schritt ${number} von ${steps}: ${title}`,
    counts: ({
      people,
      notes,
      recommendations,
      ballots,
      calls,
      returns,
    }: {
      people: number
      notes: number
      recommendations: number
      ballots: number
      calls: number
      returns: number
    }) =>
      `Menschen: ${people} · Zettel: ${notes} · Empfehlungen: ${recommendations} · Stimmabgaben: ${ballots} · Zeichen an die Moderation: ${calls} · Netz weg und wieder da: ${returns}`,
    smooth: 'Alle sind durchgekommen. Niemand ist über etwas gestolpert.',
    stumbled: ({ count }: { count: number }) =>
      count === 1 ? 'Darüber ist jemand gestolpert:' : `Über ${count} Dinge ist jemand gestolpert:`,
    stopped: ({ step, steps }: { step: number; steps: number }) =>
      `Angehalten bei Schritt ${step} von ${steps}. Der Rest wurde nicht ausprobiert.`,
    broke: ({ problem }: { problem: string }) => `Der Probelauf ist abgebrochen. ${problem}`,
  },
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
    'hidden.withoutNotes': 'Hier soll verdeckt geschrieben werden, aber Zettel sind nicht erlaubt.',
    'hidden.neverShown':
      'Nach dem verdeckten Schreiben sieht sich kein Schritt die Zettel an. Was Sie nicht aufdecken, wird am Ende gelöscht.',
    'vote.withoutQuestion': 'Die Abstimmung hat keine Frage.',
    'vote.tooFewOptions': 'Abgestimmt wird über eigene Möglichkeiten, es sind aber weniger als zwei.',
    'vote.fieldMissing':
      'Abgestimmt wird über Zettel aus einem Feld, das auf keiner dieser Tafeln steht. Es gäbe nichts zur Wahl.',
    'vote.withoutNotes':
      'Abgestimmt wird über Zettel, aber bis dahin konnte auf diesen Tafeln niemand welche schreiben.',
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
    'group.withoutCanvas': 'Wenn die Gruppenarbeit beginnt, liegt auf dieser Tafel noch kein Canvas.',
    'group.withoutTask':
      'Diese Gruppe hat weder Zielgruppe noch Thema, und ihr Canvas hat keinen Titel. Womit soll sie sich beschäftigen?',
    'group.sameName': ({ count }: { count: number }) => `${count} Gruppen heißen so. Das gibt Verwechslungen.`,
    'talks.none':
      'Die gemeinsame Tafel ist für die Ernte aus Impulsen vorbereitet, aber es ist kein Impuls eingetragen.',
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
    'people.keptOut': ({ people, of }: { people: number; of: number }) =>
      `${people} von ${of} kamen mit dem Link nicht herein. Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'people.withoutGroup': ({ people, of }: { people: number; of: number }) =>
      `${people} von ${of} hatten am Ende keine Gruppe. Reichen die Plätze, und steht niemand zweimal auf der Liste?`,
    'group.unreached': ({ people }: { people: number }) =>
      `Erwartet wurden hier ${people}, angekommen ist niemand. Wohin schickt die Liste diese Menschen?`,
    'board.unreachable': ({ people, of, seconds }: { people: number; of: number; seconds: number }) =>
      `Bei ${people} von ${of} ging die Tafel innerhalb von ${seconds} Sekunden nicht auf. Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'step.notStarted': 'Der Schritt ließ sich nicht starten. Bitte sagen Sie der technischen Betreuung Bescheid.',
    'notes.refused': ({ people }: { people: number }) =>
      `Hier soll geschrieben werden, aber keine der ${people} Personen konnte es. Ist die Tafel gesperrt?`,
    'notes.onlyBeside':
      'Auf dieser Tafel gibt es kein Feld für Zettel. Alle haben neben die Canvas geschrieben. Legen Sie vorher eine an?',
    'recommendations.refused': ({ people }: { people: number }) =>
      `Hier sollen Empfehlungen entstehen, aber keine der ${people} Personen konnte eine schreiben. Ist die Tafel gesperrt?`,
    'edits.unsaved': ({ people, seconds }: { people: number; seconds: number }) =>
      `Bei ${people} war das Geschriebene nach ${seconds} Sekunden noch nicht gesichert. Ist der Server überlastet? Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'text.lost': ({ texts }: { texts: number }) =>
      `Was jemand ohne Netz geschrieben hat, war danach nicht da (${texts}). Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'hidden.nothing':
      'Beim Aufdecken gab es keinen einzigen verdeckten Zettel. Darf in diesem Schritt jemand Zettel schreiben?',
    'hidden.missing': ({ written, shown }: { written: number; shown: number }) =>
      `Verdeckt geschrieben wurden ${written} Zettel, aufgedeckt ${shown}. Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'vote.nothing':
      'Als die Abstimmung beginnen sollte, gab es nichts zur Wahl. Schreibt vorher jemand in das Feld, über das abgestimmt wird?',
    'vote.single': 'Zur Wahl stand nur eine einzige Möglichkeit. Da gibt es nichts zu entscheiden.',
    'vote.notOpened':
      'Die Abstimmung ließ sich nicht öffnen. Stehen mehr als 500 Zettel zur Wahl? Dann wählen Sie ein Feld aus.',
    'vote.nobody': ({ people }: { people: number }) =>
      `Keine der ${people} Personen konnte ihre Stimme abgeben. Passt die Abstimmung zu dem, was auf den Tafeln steht?`,
    'vote.groupLeftOut':
      'Diese Gruppe hatte nichts, worüber sie abstimmen konnte, andere schon. Kann sie bis dahin etwas schreiben?',
    'winners.refused':
      'Was gewonnen hat, ließ sich nicht übernehmen. Ist eine Gruppentafel gesperrt, oder hat sie zu viele Canvases?',
    'help.unseen': ({ seconds }: { seconds: number }) =>
      `Ein Hilferuf dieser Gruppe stand nach ${seconds} Sekunden nicht im Leitstand. Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'ready.unseen': ({ seconds }: { seconds: number }) =>
      `Die Gruppe hat gemeldet, dass sie fertig ist. Nach ${seconds} Sekunden stand es nicht im Leitstand. Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'screen.empty':
      'Auf der Leinwand war in diesem Schritt nichts zu sehen. Wählen Sie eine andere Ansicht, oder schieben Sie den Schritt nach hinten?',
    'plenary.empty': 'Der Schritt öffnet allen das Plenum, aber darin stand noch nichts. Soll es erst später aufgehen?',
    'plenary.refused':
      'Der Schritt öffnet allen das Plenum, es blieb aber zu. Bitte sagen Sie der technischen Betreuung Bescheid.',
    'end.open': ({ boards }: { boards: number }) =>
      `Nach dem Schließen ließ sich noch auf Tafeln schreiben (${boards}). Bitte sagen Sie der technischen Betreuung Bescheid.`,
    'export.missing': ({ missing, of }: { missing: number; of: number }) =>
      `Im Ergebnis fehlen ${missing} von ${of} Texten. Bitte sagen Sie der technischen Betreuung Bescheid.`,
  } satisfies Record<PlanFault | RehearsalFault, string | ((figures: never) => string)>,
}
