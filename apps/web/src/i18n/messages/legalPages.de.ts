export const legalPages = {
  elsewhere: 'Diese Seite steht auf der Website der Betreibenden.',
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es später noch einmal.',
  missing: {
    imprint: 'Die Betreibenden dieses Servers haben noch kein Impressum hinterlegt.',
    privacy:
      'Die Betreibenden dieses Servers haben noch keine eigenen Datenschutzhinweise hinterlegt. Was die Software selbst tut, steht hier:',
    accessibility:
      'Die Betreibenden dieses Servers haben noch keine eigene Erklärung hinterlegt. Was für die Software gilt, steht hier:',
  },
  builtIn: {
    imprint: 'Wer diesen Server betreibt, sagt Ihnen die Person, die Sie eingeladen hat.',
    privacy: `## Was gespeichert wird
- Name oder Kürzel und Organisation, so wie Sie sie beim Beitreten eingeben; beides darf leer bleiben.
- Was Sie auf Tafeln schreiben, und wann. Es ist für Ihre Gruppe sofort und für das Plenum live zu sehen.
- Ein Zugang zu Ihrem Platz auf diesem Gerät und eine Kopie der Tafel, damit Sie ohne Verbindung weiterarbeiten können.
- Wenn Sie den Technik-Check über einen Link oder von Ihrem Platz aus machen: was ging und was nicht, Antwortzeit, Uhr, Browser und Fenstergröße, mit einer zufälligen Nummer dieses Geräts. Das Team des Workshops sieht es.

## Was nicht geschieht
- Es gibt kein Konto, keine Cookies und keine Auswertung Ihres Verhaltens.
- Nichts wird von anderen Servern geladen, nichts geht an Dritte.
- Das Protokoll des Servers enthält weder Inhalte noch Namen noch IP-Adressen.

## Wie lange
Wann ein Workshop gelöscht wird, steht beim Beitreten und auf den Ergebnissen. Von diesem Gerät löschen Sie alles mit „Dieses Gerät verlassen“ im Personenmenü oder mit „Vergessen“ auf der Startseite.`,
    accessibility: `## Was Sie erwarten können
Tafelrunde soll mit Tastatur, Screenreader, bei 400 % Vergrößerung und mit hohem Kontrast ganz benutzbar sein. Maßstab sind WCAG 2.2 AA, EN 301 549 und die BITV 2.0. Jede Tafel gibt es auch als Gliederung und als Formular; alles, was sich ziehen lässt, geht auch mit der Tastatur.

## Wenn etwas nicht geht
Sagen Sie bitte der Moderation oder den Betreibenden Bescheid, was Sie tun wollten und womit Sie arbeiten. Sie können die Ergebnisse bis dahin in einem anderen Format bekommen.`,
  },
}
