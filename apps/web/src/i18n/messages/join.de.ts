export const join = {
  from: ({ day, start, end }: { day: string; start: string; end: string }) => `${day}, ${start} bis ${end} Uhr`,
  fromOpen: ({ day, start }: { day: string; start: string }) => `${day}, ab ${start} Uhr`,
  group: ({ name }: { name: string }) => (/^gruppe\b/i.test(name) ? name : `Gruppe ${name}`),
  peopleHere: ({ count }: { count: number }) =>
    count === 0 ? 'Noch ist niemand da' : count === 1 ? 'Ein Mensch ist schon da' : `${count} Menschen sind schon da`,
  example: 'Beispieldaten, frei erfunden',
  name: 'Wie sollen die anderen Sie nennen?',
  namePlaceholder: 'Name oder Kürzel, darf leer bleiben',
  organisation: 'Für welche Organisation sind Sie hier?',
  organisationNone: 'Keine Angabe',
  organisationOther: 'Eine andere …',
  organisationOtherLabel: 'Name der Organisation',
  chooseGroup: 'In welcher Gruppe möchten Sie mitarbeiten?',
  groupSeats: ({ seats }: { seats: number }) =>
    seats === 0 ? 'noch leer' : seats === 1 ? '1 Platz belegt' : `${seats} Plätze belegt`,
  groupFull: 'voll',
  groupMissing: 'Bitte wählen Sie eine Gruppe.',
  submit: {
    owner: 'Zum Leitstand',
    moderator: 'Zum Leitstand',
    scribe: 'An die Tafel',
    participant: 'An die Tafel',
    observer: 'Zuschauen',
    screen: 'Als Leinwand öffnen',
    public: 'Ansehen',
  },
  asRole: {
    owner: 'Sie leiten diesen Workshop.',
    moderator: 'Sie moderieren diesen Workshop.',
    scribe: 'Sie schreiben mit und reichen für Ihre Gruppe ein.',
    participant: '',
    observer: 'Sie schauen zu, ohne zu schreiben.',
    screen: 'Dieses Gerät zeigt den Workshop auf der Leinwand.',
    public: '',
  },
  privacy: 'Kein Konto, keine Cookies von Dritten. Was Sie schreiben, sieht Ihre Gruppe sofort und das Plenum live.',
  kept: ({ until }: { until: string }) => `Gespeichert bis ${until}.`,
  privacyMore: 'Mehr zum Datenschutz',
  again: ({ name }: { name: string }) =>
    name ? `Sie waren auf diesem Gerät schon als ${name} hier.` : 'Sie waren auf diesem Gerät schon hier.',
  goOn: 'Zurück an meinen Platz',
  joinAnew: 'Oder neu beitreten:',
  looking: 'Wir sehen nach, wohin der Link führt …',
  bad: {
    missing: {
      title: 'Dem Link fehlt das Ende',
      text: 'Ein Einladungslink endet mit einem langen Zeichen-Stück hinter „#“. Kopieren Sie ihn bitte ganz, oder öffnen Sie ihn direkt aus der Einladung.',
    },
    unknown: {
      title: 'Diesen Link kennen wir nicht',
      text: 'Meist fehlt beim Kopieren das letzte Stück. Öffnen Sie ihn bitte direkt aus der Einladung. Hilft das nicht, kann die Moderation einen neuen schicken.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Bitten Sie die Moderation um einen neuen. Waren Sie schon dabei? Dann holt Sie Ihr Wiederherstellungscode zurück an Ihren Platz.',
    },
    revoked: {
      title: 'Dieser Link wurde zurückgezogen',
      text: 'Die Moderation hat ihn durch einen neuen ersetzt. Bitten Sie darum. Waren Sie schon dabei? Ihr Platz gilt weiter; der Wiederherstellungscode bringt Sie hin.',
    },
    full: {
      title: 'Über diesen Link sind alle Plätze vergeben',
      text: 'Bitten Sie die Moderation um einen weiteren Platz oder einen anderen Link.',
    },
    offline: {
      title: 'Der Server antwortet nicht',
      text: 'Prüfen Sie bitte Ihre Verbindung. Der Link ist wahrscheinlich in Ordnung.',
      waiting: 'Prüfen Sie bitte Ihre Verbindung. Sobald der Server antwortet, geht es hier von selbst weiter.',
    },
  },
  check: 'Technik-Check',
  recover: 'Ich habe einen Wiederherstellungscode',
}
