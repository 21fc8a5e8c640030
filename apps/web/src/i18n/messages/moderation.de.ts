export const moderation = {
  authors: {
    title: 'Wer hat das geschrieben?',
    loading: 'Wir sehen nach …',
    created: 'Angelegt',
    writers: 'Im Text stecken',
    changed: 'Zuletzt geändert',
    changedLongAgo: 'Länger her, als wir uns merken.',
    noText: 'Noch steht nichts darin.',
    at: ({ when }: { when: string }) => `${when} Uhr`,
    stated: 'Zeit laut Eintrag',
    wasHidden: 'verdeckt geschrieben und dann aufgedeckt',
    hiddenNobody: 'ohne Namen aufgedeckt',
    fromTray: 'aus der Ablage auf die Tafel gelegt',
    share: ({ percent }: { percent: number }) => (percent < 1 ? 'unter 1 %' : `${percent} %`),
    server: 'Tafelrunde',
    serverHint: 'vom Server eingesetzt oder zurückgeholt',
    unknown: 'Unbekannt',
    guest: 'Gast',
    since: ({ when }: { when: string }) => `dabei seit ${when} Uhr`,
    gone: 'nicht mehr dabei',
    undo: 'Letzte Minuten zurücknehmen',
    undoOf: ({ name }: { name: string }) => `Letzte Minuten zurücknehmen: ${name}`,
    explain:
      'Das liest der Server aus den gespeicherten Änderungen; eintragen oder fälschen kann es niemand. Ihre Frage steht im Protokoll.',
  },
  undo: {
    title: ({ name }: { name: string }) => `Was ${name} geschrieben hat, zurücknehmen?`,
    explain:
      'Getipptes verschwindet, Gelöschtes und Überschriebenes kehrt zurück, neue Zettel kommen in den Papierkorb. Was die anderen geschrieben haben, bleibt. Alle sehen die Änderung sofort.',
    minutes: 'Aus den letzten',
    minutesChoice: ({ minutes }: { minutes: number }) => (minutes === 1 ? '1 Minute' : `${minutes} Minuten`),
    where: 'Wo',
    everywhere: 'Auf allen Tafeln',
    confirm: 'Zurücknehmen',
    working: 'Wird zurückgenommen …',
    doneTitle: 'Zurückgenommen',
    nothingTitle: 'Nichts zurückzunehmen',
    notDoneTitle: 'Nicht zurückgenommen',
    nothing: ({ name }: { name: string }) =>
      `${name} hat in dieser Zeit dort nichts geschrieben, oder es ist schon zurückgenommen.`,
    removed: ({ count }: { count: number }) =>
      count === 1 ? '1 Eintrag liegt im Papierkorb' : `${count} Einträge liegen im Papierkorb`,
    restored: ({ count }: { count: number }) => (count === 1 ? '1 ist wieder da' : `${count} sind wieder da`),
    changed: ({ count }: { count: number }) => (count === 1 ? '1 ist wie vorher' : `${count} sind wie vorher`),
    refused: ({ count }: { count: number }) =>
      count === 1
        ? 'Eine Tafel blieb unverändert: Dort hätte es Arbeit der anderen berührt.'
        : `${count} Tafeln blieben unverändert: Dort hätte es Arbeit der anderen berührt.`,
    revert: 'Doch wiederherstellen',
    revertedTitle: 'Wiederhergestellt',
    notRevertedTitle: 'Nicht wiederhergestellt',
    reverted: 'Alles steht wieder so da wie vor dem Zurücknehmen.',
    finish: 'Fertig',
  },
}
