const notes = (count: number): string => (count === 1 ? '1 Zettel' : `${count} Zettel`)
const people = (count: number): string => (count === 1 ? '1 Person' : `${count} Personen`)

export const hiddenWriting = {
  title: 'Verdeckt schreiben',
  onlyYou: 'Nur Sie sehen das.',
  promise: 'Beim Aufdecken kommt es auf die Tafel. Was bis zum Ende des Workshops nicht aufgedeckt ist, wird gelöscht.',
  field: 'Kommt ins Feld',
  write: 'Zettel schreiben …',
  writeIn: ({ field }: { field: string }) => `Verdeckter Zettel für „${field}“`,
  writeHint: 'Eingabetaste: nächster Zettel. Mehrere eingefügte Zeilen werden mehrere Zettel.',
  add: 'Zettel anlegen',
  own: ({ count }: { count: number }) => (count === 0 ? 'Noch kein Zettel' : `Ihre ${notes(count)}`),
  added: ({ count }: { count: number }) => `${notes(count)} geschrieben, verdeckt`,
  edit: ({ text }: { text: string }) => `Bearbeiten: ${text}`,
  editing: 'Zettel bearbeiten',
  remove: ({ text }: { text: string }) => `Löschen: ${text}`,
  removed: 'Verdeckter Zettel gelöscht',
  undo: 'Rückgängig',
  full: ({ limit }: { limit: number }) => `Mehr als ${limit} verdeckte Zettel gehen nicht. Ihr Text steht noch da.`,
  tooLong: 'Das ist zu lang für einen Zettel. Ihr Text steht noch da.',
  late: ({ count }: { count: number }) => `Noch nicht aufgedeckt: ${notes(count)}`,
  lateExplain: 'Bisher sehen nur Sie das. Sie können es jetzt aufdecken oder löschen.',
  lateClosed: 'Gerade nimmt die Tafel nichts an. Sie können es später aufdecken.',
  showNow: 'Jetzt aufdecken',
  showing: 'Wird aufgedeckt …',
  shown: ({ count, fields }: { count: number; fields: readonly string[] }) => {
    const where = fields.length === 1 ? `, im Feld „${fields[0]}“` : ''
    return count === 1
      ? `Ihr Zettel liegt jetzt auf der Tafel${where}.`
      : `Ihre ${notes(count)} liegen jetzt auf der Tafel${where}.`
  },
  othersShown: 'Die verdeckten Zettel liegen jetzt auf der Tafel.',
  fold: 'Einklappen',
  unfold: 'Verdeckt schreiben öffnen',
  cockpit: {
    title: 'Verdeckt geschrieben',
    explain: 'Was dort steht, sieht bis zum Aufdecken niemand, auch Sie nicht.',
    count: ({ notes: count, writers }: { notes: number; writers: number }) =>
      count === 0 ? 'Noch kein Zettel' : `${notes(count)} von ${people(writers)}`,
    reveal: 'Aufdecken …',
    ask: 'Verdeckte Zettel aufdecken?',
    what: ({ notes: count, boards }: { notes: number; boards: number }) =>
      boards > 1
        ? `${notes(count)} kommen auf ${boards} Tafeln, für alle sichtbar. Das lässt sich nicht zurücknehmen.`
        : `${notes(count)} ${count === 1 ? 'kommt' : 'kommen'} auf die Tafel, für alle sichtbar. Das lässt sich nicht zurücknehmen.`,
    which: 'Welche Tafel',
    allBoards: 'Alle Tafeln',
    authors: 'Wer was geschrieben hat',
    without: 'Ohne Namen',
    withoutHint: 'Niemand erfährt, wer was geschrieben hat, auch die Moderation nicht. Die Zettel werden gemischt.',
    with: 'Mit Namen',
    withHint: 'Auf den Zetteln steht kein Name, aber die Moderation kann nachsehen, von wem ein Zettel ist.',
    confirm: 'Aufdecken',
    done: ({ count }: { count: number }) => `${notes(count)} aufgedeckt`,
    failed: ({ problem }: { problem: string }) => `Das Aufdecken hat nicht geklappt. ${problem}`,
  },
  closing: {
    ask: 'Workshop schließen?',
    explain:
      'Alle Tafeln werden angehalten, eine offene Abstimmung endet, und ein Sicherungsstand wird aufgehoben. Lesen und herunterladen geht weiter.',
    deletes: ({ notes: count, writers }: { notes: number; writers: number }) =>
      count === 1
        ? '1 verdeckter Zettel wurde noch nicht aufgedeckt. Er wird endgültig gelöscht.'
        : `${count} verdeckte Zettel von ${people(writers)} wurden noch nicht aufgedeckt. Sie werden endgültig gelöscht.`,
    deletesNothing: 'Es gibt keine verdeckten Zettel, die noch aufzudecken wären.',
    confirm: 'Schließen',
    done: 'Der Workshop ist geschlossen.',
    askReopen: 'Workshop wieder öffnen?',
    reopenExplain:
      'Die Tafeln nehmen wieder Zettel an; was vorher angehalten war, bleibt es. Verdeckte Zettel, die beim Schließen gelöscht wurden, kommen nicht zurück.',
    confirmReopen: 'Wieder öffnen',
    reopened: 'Der Workshop ist wieder offen.',
  },
}
