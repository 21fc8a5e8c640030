const atMost = (perOption: number, votes: number): string =>
  perOption >= votes
    ? 'auch mehrere auf denselben Vorschlag'
    : perOption === 1
      ? 'je Vorschlag höchstens einen'
      : `je Vorschlag höchstens ${perOption}`

export const screen = {
  title: 'Leinwand',
  loading: 'Gleich geht es los …',
  live: 'live',
  offline: ({ time }: { time: string }) => `offline seit ${time}`,
  offlineLong: ({ time }: { time: string }) => `Ohne Verbindung seit ${time}. Das Bild bleibt stehen.`,
  noStepTitle: 'Willkommen',
  noStepText: 'Es geht gleich los.',
  page: ({ number, of }: { number: number; of: number }) => `${number} / ${of}`,
  pageLong: ({ number, of, title }: { number: number; of: number; title: string }) =>
    `Seite ${number} von ${of}: ${title}`,
  continued: 'Fortsetzung',
  paused: 'angehalten',
  keys: 'Pfeiltasten: blättern · Leertaste: anhalten · F: ganzer Bildschirm',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pause: 'Anhalten',
  resume: 'Weiterlaufen',
  fullscreen: 'Ganzer Bildschirm',
  closed: 'Das Plenum ist gerade geschlossen.',
  frozen: 'Bild angehalten',
  targetGroup: 'Unsere Zielgruppe',
  targetGroups: 'Unsere Zielgruppen',
  recommendations: 'Handlungsempfehlungen',
  ranking: 'Was zuerst?',
  unanswered: 'Hürden, auf die noch nichts antwortet',
  unansweredSummary: ({ count, of }: { count: number; of: number }) => `${count} von ${of} Hürden`,
  withoutLead: 'Empfehlungen ohne Federführung',
  commitments: 'Was wir verabredet haben',
  commitmentsSummary: ({ count, open }: { count: number; open: number }) =>
    [count === 1 ? '1 Verabredung' : `${count} Verabredungen`, ...(open > 0 ? [`${open} noch offen`] : [])].join(' · '),
  until: 'Bis',
  open: 'offen',
  matrix: {
    title: 'Wirkung und Aufwand',
    summary: ({ count, open }: { count: number; open: number }) =>
      [count === 1 ? '1 Empfehlung' : `${count} Empfehlungen`, ...(open > 0 ? [`${open} ohne Einschätzung`] : [])].join(
        ' · ',
      ),
    now: 'gleich anfangen',
    plan: 'gut planen',
    aside: 'nebenbei',
    later: 'eher nicht',
    cell: ({ effort, impact }: { effort: number; impact: number }) =>
      `Wirkung ${impact} von 5, Aufwand ${effort} von 5`,
  },
  vote: {
    untitled: 'Abstimmung',
    waiting: 'Gleich stimmen wir ab',
    open: ({ time }: { time: string }) => `Offen seit ${time}`,
    closed: ({ time }: { time: string }) => `Geschlossen um ${time}`,
    turnout: ({ voted, eligible }: { voted: number; eligible: number }) => `${voted} von ${eligible} haben abgestimmt`,
    counting: 'Die Abstimmung ist geschlossen. Das Ergebnis kommt gleich.',
    howTitle: 'So stimmen Sie ab',
    how: {
      dots: ({ votes, perOption }: { votes: number; perOption: number }) =>
        votes === 1
          ? 'Auf Ihrem Gerät: Sie vergeben einen Punkt.'
          : `Auf Ihrem Gerät: Sie vergeben ${votes} Punkte, ${atMost(perOption, votes)}.`,
      points: ({ votes, perOption }: { votes: number; perOption: number }) =>
        `Auf Ihrem Gerät: Sie verteilen ${votes} Punkte, ${atMost(perOption, votes)}.`,
      choice: () => 'Auf Ihrem Gerät: Sie wählen genau einen Vorschlag.',
      estimate: () => 'Auf Ihrem Gerät: Sie schätzen für jeden Vorschlag Aufwand und Wirkung.',
    },
    mayAbstain: 'Enthalten ist erlaubt.',
    secret: 'Die Abstimmung ist geheim.',
    mayChange: 'Sie können Ihre Stimme ändern, bis die Abstimmung schließt.',
    hidden: 'Das Ergebnis sehen alle erst am Ende.',
    votes: ({ count }: { count: number }) => (count === 1 ? '1 Stimme' : `${count} Stimmen`),
    estimate: ({ effort, impact }: { effort: number | null; impact: number | null }) =>
      `Wirkung ${impact ?? '–'} · Aufwand ${effort ?? '–'}`,
    more: ({ count }: { count: number }) =>
      count === 1 ? 'und ein weiterer Vorschlag' : `und ${count} weitere Vorschläge`,
  },
  nothingHere: 'Noch nichts geschrieben',
  nothingYet: 'Noch ist nichts geschrieben.',
  part: ({ number, of }: { number: number; of: number }) => `Teil ${number} von ${of}`,
  groups: 'Gruppen',
}
