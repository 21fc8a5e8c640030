export const connection = {
  saved: 'Gespeichert',
  sent: 'Wird gespeichert …',
  device: 'Auf diesem Gerät',
  deviceSince: ({ time, waiting }: { time: string; waiting: number }) =>
    waiting === 0
      ? `Offline seit ${time} Uhr`
      : waiting === 1
        ? `Offline seit ${time} Uhr, 1 Änderung wartet`
        : `Offline seit ${time} Uhr, ${waiting} Änderungen warten`,
  explainSaved: 'Was auf der Tafel steht, ist auf dem Server gespeichert.',
  explainSent: 'Ihre Änderungen sind unterwegs; der Server hat sie noch nicht auf seiner Platte.',
  explainDevice: 'Ihre Änderungen liegen auf diesem Gerät. Sobald die Verbindung da ist, gehen sie von selbst hinaus.',
  details: 'Verbindung und Ablage',
  offlineTitle: 'Keine Verbindung',
  offlineText: ({ time, waiting }: { time: string; waiting: number }) =>
    `Seit ${time} Uhr erreichen wir den Server nicht. Schreiben Sie ruhig weiter: ${
      waiting === 0
        ? 'Alles bleibt auf diesem Gerät und geht hinaus, sobald es wieder geht.'
        : waiting === 1
          ? '1 Änderung wartet auf diesem Gerät und geht hinaus, sobald es wieder geht.'
          : `${waiting} Änderungen warten auf diesem Gerät und gehen hinaus, sobald es wieder geht.`
    }`,
  offlineReadOnly: ({ time }: { time: string }) =>
    `Seit ${time} Uhr erreichen wir den Server nicht. Sie sehen den letzten Stand.`,
  readOnly: {
    frozen: 'Die Moderation hat die Tafel eingefroren. Sie können lesen; gleich geht es weiter.',
    locked: 'Diese Tafel ist gesperrt. Sie können lesen.',
    step: 'In diesem Schritt wird hier nicht geschrieben.',
    observing: 'Sie schauen hier zu.',
    ending: 'Das Schreiben endet gerade. Alles Getippte wird noch gespeichert.',
  },
  tray: 'Ablage',
  trayCount: ({ count }: { count: number }) => (count === 1 ? '1 Text in der Ablage' : `${count} Texte in der Ablage`),
  trayText: 'Diese Texte hat die Tafel nicht angenommen. Nichts davon ist verloren.',
  trayEmpty: 'Die Ablage ist leer. Hier läge Text, den die Tafel einmal nicht annimmt.',
  trayArrived: ({ count }: { count: number }) =>
    count === 1 ? 'Ein Text liegt jetzt in Ihrer Ablage.' : `${count} Texte liegen jetzt in Ihrer Ablage.`,
  putBack: 'Auf die Tafel legen',
  putBackClosed: 'Zurück auf die Tafel geht es, sobald dort wieder geschrieben werden darf.',
  discard: 'Verwerfen',
  discarded: 'Verworfen.',
  undoDiscard: 'Doch behalten',
  atTime: ({ time }: { time: string }) => `${time} Uhr`,
}
