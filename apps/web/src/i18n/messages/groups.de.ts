/** Texts of everything about who sits where: lobby, groups, lists, mixing, several people at one device. */
export const groups = {
  waiting: {
    title: 'Schön, dass Sie da sind',
    text: 'Sie sind im Vorraum. Die Moderation sieht Sie und lässt Sie gleich ein.',
    staysOpen: 'Diese Seite geht von selbst weiter. Sie müssen nichts tun.',
    as: ({ name }: { name: string }) => `Sie warten als ${name}.`,
    offline: 'Gerade antwortet der Server nicht. Sobald er wieder da ist, geht es hier weiter.',
    refusedTitle: 'Das hat nicht geklappt',
    refused: 'Ihr Platz wurde nicht eingelassen oder wieder geschlossen. Bitte fragen Sie die Moderation.',
  },
  strip: {
    assigned: 'Sie werden gleich einer Gruppe zugeteilt und kommen dann von selbst hinüber.',
    meanwhile: 'Bis dahin sind Sie hier auf der Tafel für alle.',
    free: 'Sie haben noch keine Gruppe.',
    choose: 'Gruppe wählen',
  },
  moved: ({ letter, name }: { letter: string; name: string }) =>
    `Sie sind jetzt in Gruppe ${letter}${/^gruppe\b/i.test(name) || name === '' ? '' : `: ${name}`}.`,
  noGroupNow: 'Sie sind im Moment in keiner Gruppe.',
  toGroup: 'Zur Tafel der Gruppe',
  muted: 'Die Moderation hat Ihren Platz auf Lesen gestellt. Was noch nicht angekommen war, liegt in Ihrer Ablage.',
  unmuted: 'Sie können wieder schreiben.',
  room: {
    number: 'Wie viele sind Sie?',
    names: 'Wer ist dabei? (freiwillig)',
    namesHint: 'Zum Beispiel: Anna, Ben, Herr Yılmaz',
    explain: 'Alle schreiben von diesem Gerät aus; die anderen sehen, dass Sie mehrere sind.',
    tooMany: 'Bitte eine Zahl von 1 bis 99.',
  },
  ownGroup: {
    label: 'Gruppe',
    full: ({ name }: { name: string }) => `${name} (voll)`,
    none: 'Noch keine',
  },
  people: {
    title: 'Menschen',
    count: ({ name, people }: { name: string; people: number }) => `${name} (${people} Personen)`,
    with: ({ names }: { names: string }) => `mit ${names}`,
    muted: 'nur lesen',
    actions: ({ name }: { name: string }) => `Was tun mit ${name}?`,
    edit: 'Name, Gruppe und Rolle ändern',
    moveTo: 'In eine andere Gruppe',
    moveTitle: ({ name }: { name: string }) => `Wohin soll ${name}?`,
    move: 'Verschieben',
    swap: 'Platz tauschen mit …',
    swapTitle: ({ name }: { name: string }) => `Mit wem tauscht ${name} den Platz?`,
    swapWith: 'Tauschen mit',
    swapDone: 'Getauscht. Beide sind schon auf der neuen Tafel.',
    swapNobody: 'In den anderen Gruppen sitzt noch niemand.',
    swapButton: 'Tauschen',
    mute: 'Stummschalten (nur lesen)',
    unmute: 'Wieder schreiben lassen',
    muteDone: ({ name }: { name: string }) => `${name} kann lesen, aber nicht mehr schreiben.`,
    unmuteDone: ({ name }: { name: string }) => `${name} kann wieder schreiben.`,
    undo: 'Die letzten Minuten zurücknehmen',
    revoke: 'Platz entziehen',
    moved: ({ name, group }: { name: string; group: string }) => `${name} ist jetzt in ${group}.`,
    placesOf: ({ count, max }: { count: number; max: number | null }) =>
      max === null ? `${count}` : `${count} von ${max}`,
    room: 'Menschen an diesem Gerät',
    companions: 'Wer ist dabei?',
  },
  lobby: {
    title: ({ count }: { count: number }) =>
      count === 1 ? 'Ein Mensch wartet im Vorraum' : `${count} Menschen warten im Vorraum`,
    badge: ({ count }: { count: number }) => `${count} im Vorraum`,
    admit: 'Einlassen',
    admitAll: 'Alle einlassen',
    reject: 'Abweisen',
    admitOne: ({ name }: { name: string }) => `${name} einlassen`,
    rejectOne: ({ name }: { name: string }) => `${name} abweisen`,
    admitted: 'Eingelassen.',
    rejected: 'Abgewiesen.',
    switch: 'Vorraum: Neue warten, bis Sie sie einlassen',
    off: 'Wenn Sie den Vorraum schließen, kommen alle Wartenden herein.',
  },
  mode: {
    label: 'Wie kommen Menschen in ihre Gruppe?',
    free: 'Gruppenwahl frei',
    assigned: 'Gruppen werden zugeteilt',
    rest: 'Wer nicht auf der Liste steht',
    wait: 'wartet auf der gemeinsamen Tafel',
    smallest: 'kommt in die kleinste Gruppe',
    saved: 'Geändert.',
  },
  list: {
    action: 'Liste einfügen …',
    title: 'Zuteilung nach Liste',
    explain:
      'Eine Zeile je Person: Name, Organisation, Gruppe. Am einfachsten aus einer Tabelle kopieren. Ohne Namen gilt die Zeile für alle aus der Organisation.',
    paste: 'Liste',
    placeholder: 'Name; Organisation; Gruppe\nAnna Müller; Land A; B\n; Bundesressort 1; C',
    understood: ({ count }: { count: number }) => (count === 1 ? '1 Zeile verstanden' : `${count} Zeilen verstanden`),
    notUnderstood: ({ count }: { count: number }) =>
      count === 1 ? '1 Zeile braucht einen Blick' : `${count} Zeilen brauchen einen Blick`,
    lineNumber: ({ line }: { line: number }) => `Zeile ${line}`,
    problems: {
      noGroup: 'Die Gruppe fehlt.',
      unknownGroup: ({ group }: { group: string }) => `Eine Gruppe „${group}“ gibt es nicht.`,
      nobody: 'Weder Name noch Organisation.',
      twice: 'Steht schon weiter oben, dort mit einer anderen Gruppe. So wird niemand zugeteilt.',
      tooLong: 'Der Name oder die Organisation ist zu lang.',
    },
    tooMany: 'Mehr als 1.000 Zeilen nimmt die Liste nicht.',
    fill: 'So füllen sich die Gruppen',
    fillLine: ({ named, houses }: { named: number; houses: number }) =>
      [
        named === 0 ? '' : named === 1 ? '1 Person genannt' : `${named} Personen genannt`,
        houses === 0 ? '' : houses === 1 ? '1 ganze Organisation' : `${houses} ganze Organisationen`,
      ]
        .filter(Boolean)
        .join(', ') || 'niemand',
    over: ({ max }: { max: number }) => `mehr als die ${max} vorgesehenen Plätze`,
    here: ({ count }: { count: number }) =>
      count === 1
        ? '1 davon sitzt schon in einer anderen Gruppe'
        : `${count} davon sitzen schon in einer anderen Gruppe`,
    movesSeated: 'Auch wer schon in einer anderen Gruppe sitzt, wechselt',
    ambiguous: ({ names }: { names: string }) => `Nicht eindeutig, bitte selbst zuteilen: ${names}`,
    save: 'Liste übernehmen',
    saved: ({ moved }: { moved: number }) =>
      moved === 0
        ? 'Die Liste gilt.'
        : moved === 1
          ? 'Die Liste gilt. 1 Person wurde zugeteilt.'
          : `Die Liste gilt. ${moved} Personen wurden zugeteilt.`,
    empty: 'Die Liste ist leer: Niemand wird nach Liste zugeteilt.',
    free: 'Mit der Liste teilen Sie die Gruppen zu; wer beitritt, wählt dann nicht mehr selbst.',
  },
  mix: {
    action: 'Zufällig mischen …',
    title: 'Zufällig mischen',
    explain: 'Gleich große Gruppen, möglichst niemand mit dem eigenen Haus am Tisch. Noch ist nichts verschoben.',
    who: 'Wen mischen?',
    present: 'Wer da ist',
    all: 'Alle mit einem Platz',
    keep: 'Wer schon eine Gruppe hat, bleibt dort',
    again: 'Neu mischen',
    apply: 'Übernehmen',
    applied: ({ count }: { count: number }) =>
      count === 1 ? '1 Person ist umgezogen.' : `${count} Personen sind umgezogen.`,
    nothing: 'Alle bleiben, wo sie sind.',
    apart: 'Niemand sitzt mit dem eigenen Haus zusammen.',
    together: ({ houses }: { houses: string }) =>
      `Ganz ohne Doppelung geht es nicht: ${houses}. Besser verteilen lässt es sich mit diesen Gruppen nicht.`,
    house: ({ name, people, groups: tables }: { name: string; people: number; groups: number }) =>
      `${name} (${people} Menschen, ${tables} ${tables === 1 ? 'Gruppe' : 'Gruppen'})`,
    unplaced: ({ count }: { count: number }) =>
      count === 1
        ? '1 Person findet keinen Platz mehr: Die Gruppen sind voll.'
        : `${count} Personen finden keinen Platz mehr: Die Gruppen sind voll.`,
    nobody: 'Es ist niemand da, den man mischen könnte.',
    pin: ({ name }: { name: string }) => `${name} hier festhalten`,
    size: ({ count }: { count: number }) => (count === 1 ? '1 Mensch' : `${count} Menschen`),
  },
}
