export const signals = {
  /** Name of the row of buttons. */
  toModerators: 'An die Moderation',
  ready: 'Wir sind fertig',
  readyOn: 'Fertig gemeldet',
  readyShort: 'Fertig',
  readyHint: 'Gilt für Ihre ganze Gruppe. Die Moderation sieht es im Leitstand.',
  help: 'Hilfe rufen',
  helpHint: 'Ruft die Moderation zu Ihrer Gruppe.',
  helpOn: ({ minutes }: { minutes: number }) => `Hilfe ist gerufen${since(minutes)} – zurücknehmen`,
  helpShort: 'Hilfe',
  helpOnShort: 'Hilfe ist gerufen',
  helpCalled: 'Ihre Gruppe hat Hilfe gerufen. Die Moderation sieht es.',
  helpEnded: 'Der Hilferuf Ihrer Gruppe ist beendet.',
  readySaid: 'Ihre Gruppe hat sich fertig gemeldet.',
  readyTakenBack: 'Ihre Gruppe ist doch noch nicht fertig.',
  failed: ({ problem }: { problem: string }) => `Das kam nicht an: ${problem}`,

  nudge: 'Für Ihre Gruppe',
  nudgeClose: 'Gelesen, schließen',

  looksOn: ({ names }: { names: string }) => `Moderation schaut zu: ${names}`,
  joined: ({ name }: { name: string }) => `${name} ist dazugekommen.`,
  someone: 'Die Moderation',
  youLookOn: 'Die Gruppe sieht, dass Sie zuschauen. Ihren Zeiger sieht niemand.',
  joinIn: 'Sichtbar dazukommen',

  gather: {
    plenary: 'Die Moderation bittet alle ins Plenum.',
    board: ({ name }: { name: string }) => `Die Moderation bittet alle auf die Tafel „${name}“.`,
    own: ({ name }: { name: string }) => `Die Moderation bittet alle in ihre Gruppen, Sie auf die Tafel „${name}“.`,
    soon: 'In fünf Sekunden geht es von selbst dorthin.',
    typing: 'Schreiben Sie in Ruhe zu Ende, dann geht es dorthin.',
    go: 'Hingehen',
    stay: 'Hier bleiben',
    stays: 'Sie bleiben hier. Hingehen können Sie jederzeit.',
  },

  moderate: {
    menu: 'Moderieren',
    helpSince: ({ minutes }: { minutes: number }) => `Hilferuf${since(minutes)}`,
    helpDone: 'Hilferuf erledigt',
    gatherHere: 'Alle hierher holen',
    gatherEnd: 'Nicht mehr hierher bitten',
    gatherOwnOnly: 'Nur die Gruppe selbst darf diese Tafel in diesem Schritt lesen. Andere können nicht kommen.',
    toScreen: 'Auf die Leinwand …',
    backToStep: 'Leinwand zurück zum Schritt',
    lookOn: 'Nur zuschauen',
    done: 'Erledigt.',
  },

  spotlight: {
    title: ({ name }: { name: string }) => `${name} auf die Leinwand`,
    explain: 'Alle im Raum sehen dann diesen Ausschnitt, bis Sie zurückstellen oder der nächste Schritt beginnt.',
    what: 'Was soll zu sehen sein?',
    board: 'Die ganze Tafel',
    canvas: ({ title }: { title: string }) => `Canvas „${title}“`,
    field: ({ field, count }: { field: string; count: number }) => `${field} (${count})`,
    show: 'Zeigen',
    shown: 'Ist auf der Leinwand.',
  },
}

function since(minutes: number): string {
  return minutes < 1 ? ', gerade eben' : `, seit ${minutes} Min.`
}
