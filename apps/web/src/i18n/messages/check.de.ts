import type { CheckState, CheckTopic, CheckVerdict } from '@tafelrunde/protocol'

/** Whole minutes for a person; less than one counts as one. */
const minutes = (ms: number): number => Math.max(1, Math.round(Math.abs(ms) / 60_000))

export const check = {
  title: 'Technik-Check',
  intro: 'Wir probieren aus, was Tafelrunde auf diesem Gerät und in diesem Netz braucht. Das dauert ein paar Sekunden.',
  running: 'Wird geprüft …',
  verdict: {
    good: 'Alles bereit. Sie können mitarbeiten.',
    limited: 'Sie können mitarbeiten. Ein paar Dinge sollten Sie wissen.',
    bad: 'So wird das Mitarbeiten schwierig. Hier steht, woran es liegt.',
  } satisfies Record<CheckVerdict, string>,
  short: { good: 'alles bereit', limited: 'mit Einschränkung', bad: 'mit Problem' } satisfies Record<
    CheckVerdict,
    string
  >,
  state: { good: 'geht', limited: 'geht eingeschränkt', bad: 'geht nicht', unneeded: 'nicht nötig' } satisfies Record<
    CheckState,
    string
  >,
  topic: {
    server: 'Weg zum Server',
    websocket: 'Sofort-Verbindung (WebSocket)',
    stream: 'Ersatzweg: Dauerverbindung über HTTP',
    poll: 'Ersatzweg: Nachfragen über HTTP',
    clock: 'Uhr',
    storage: 'Gedächtnis des Browsers',
    database: 'Sicherung auf diesem Gerät',
    browser: 'Browser',
    screen: 'Bildschirm',
  } satisfies Record<CheckTopic, string>,
  advice: {
    server: {
      good: ({ ms }: { ms: number }) => `Der Server antwortet nach ${ms} Millisekunden. Das merkt man nicht.`,
      limited: ({ ms }: { ms: number }) =>
        `Der Server antwortet erst nach ${ms} Millisekunden. Es geht, wirkt aber träge; ein anderes Netz hilft vielleicht.`,
      bad: 'Der Server antwortet nicht. Prüfen Sie bitte WLAN, Kabel oder VPN.',
    },
    websocket: {
      good: 'Änderungen der anderen sehen Sie sofort.',
      limited:
        'Ihr Netz blockiert WebSockets. Tafelrunde arbeitet trotzdem, Änderungen kommen etwa eine halbe Sekunde später.',
      bad: 'Ihr Netz lässt keine Verbindung offen. Bitten Sie Ihre IT, WebSockets zu dieser Adresse zu erlauben, oder nehmen Sie ein anderes Netz.',
    },
    stream: {
      good: 'Falls die Sofort-Verbindung ausfällt, geht es über diesen Weg weiter.',
      limited: 'Etwas in Ihrem Netz hält Antworten zurück. Tafelrunde fragt dann in kurzen Abständen nach.',
      bad: 'Auch dieser Weg ist zu.',
      unneeded: 'Ihr Netz hält Antworten zurück. Das stört nicht, solange die Sofort-Verbindung steht.',
    },
    poll: {
      good: 'Der letzte Ersatzweg ist frei; er geht in fast jedem Netz.',
      bad: 'Ihr Netz lässt nicht einmal einfache Anfragen durch.',
      unneeded: 'Dieser Weg ist zu. Sie brauchen ihn nicht.',
    },
    clock: {
      good: 'Ihre Uhr stimmt.',
      limited: ({ ms }: { ms: number }) =>
        `Ihre Uhr geht ${minutes(ms)} min ${ms > 0 ? 'nach' : 'vor'}. Die Zeiten auf der Tafel stimmen trotzdem.`,
      unknown: 'Ohne Server lässt sich das nicht sagen.',
    },
    storage: {
      good: 'Der Browser merkt sich Ihren Platz auf diesem Gerät.',
      limited:
        'Der Browser darf sich nichts merken, vielleicht wegen eines privaten Fensters. Schreiben Sie nach dem Beitreten Ihren Wiederherstellungscode auf.',
    },
    database: {
      good: 'Was Sie schreiben, bleibt auch ohne Netz auf diesem Gerät, bis es beim Server ist.',
      limited: 'Ohne Netz bleibt Geschriebenes nur, solange die Seite offen ist. Schließen Sie sie dann bitte nicht.',
    },
    browser: {
      good: 'Ihr Browser kann alles, was gebraucht wird.',
      bad: 'Ihr Browser ist zu alt. Aktualisieren Sie ihn bitte; Firefox, Chrome, Edge und Safari gehen.',
    },
    screen: {
      wide: 'Genug Platz für die ganze Tafel.',
      narrow: 'Ein kleiner Bildschirm: Sie arbeiten in der Formular-Ansicht, Feld für Feld.',
      limited: 'Der Bildschirm ist sehr schmal. Am bequemsten geht es auf einem Tablet oder Notebook.',
    },
  },
  again: 'Noch einmal prüfen',
  copy: 'Für den IT-Support kopieren',
  toJoin: 'Weiter zum Workshop',
  toPlace: 'An meinen Platz',
  reported: ({ title }: { title: string }) =>
    title
      ? `Das Ergebnis liegt beim Team von „${title}“: was geht und was nicht, Browser und Fenstergröße. Keine Adresse.`
      : 'Das Ergebnis liegt beim Team Ihres Workshops: was geht und was nicht, Browser und Fenstergröße. Keine Adresse.',
  notReported: 'Das Ergebnis bleibt auf diesem Gerät.',
  helpDesk: {
    title: ({ address }: { address: string }) => `Technik-Check von Tafelrunde, ${address}`,
    latency: ({ ms }: { ms: number | null }) => (ms === null ? 'Antwortzeit: keine Antwort' : `Antwortzeit: ${ms} ms`),
    clock: ({ ms }: { ms: number | null }) =>
      ms === null ? 'Uhr: unbekannt' : `Uhr: Server minus Gerät ${Math.round(ms / 1000)} s`,
    screen: ({ width, height }: { width: number; height: number }) => `Fenster: ${width} × ${height}`,
    needs:
      'Tafelrunde braucht HTTPS zu dieser Adresse, am besten mit WebSockets (Upgrade auf /sync); sonst HTTP-Antworten, die nicht zurückgehalten werden (/sync/http).',
  },
}
