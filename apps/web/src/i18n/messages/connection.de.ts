export const connection = {
  saved: 'Gespeichert',
  sent: 'Wird gespeichert …',
  sentLate: ({ seconds }: { seconds: number }) => `Gesendet, seit ${seconds} s noch nicht bestätigt`,
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
  explainLate:
    'Der Server lässt sich gerade Zeit. Schreiben Sie ruhig weiter: Alles liegt auch auf diesem Gerät, bis er es bestätigt hat.',
  explainHttp:
    'In Ihrem Netz kommen WebSockets nicht durch. Die Tafel nimmt deshalb von selbst einen Ersatzweg über gewöhnliche Webanfragen. Es wird genauso sicher gespeichert; Zeiger und Änderungen der anderen sehen Sie unter Umständen einen Augenblick später.',
  check: 'Verbindung prüfen',
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
  troubleText: ({ reason, waiting }: { reason: string; waiting: number }) =>
    `${reason} Schreiben Sie ruhig weiter${
      waiting === 0
        ? '.'
        : waiting === 1
          ? ': 1 Änderung wartet und geht hinaus, sobald es wieder geht.'
          : `: ${waiting} Änderungen warten und gehen hinaus, sobald es wieder geht.`
    }`,
  offlineReadOnly: ({ time }: { time: string }) =>
    `Seit ${time} Uhr erreichen wir den Server nicht. Sie sehen den letzten Stand.`,
  readOnly: {
    ending: 'Das Schreiben endet gerade. Alles Getippte wird noch gespeichert.',
  },
  keptForReload: ({ waiting }: { waiting: number }) =>
    waiting === 1
      ? '1 Änderung liegt auf diesem Gerät; nach dem Neuladen geht sie von selbst hinaus.'
      : `${waiting} Änderungen liegen auf diesem Gerät; nach dem Neuladen gehen sie von selbst hinaus.`,
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
