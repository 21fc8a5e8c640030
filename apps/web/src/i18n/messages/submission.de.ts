/** Texts for submitting recommendations on the board; loaded with that part. German is the source. */
export const submission = {
  submit: 'Einreichen',
  show: 'Ansehen',
  state: ({ submitted, count }: { submitted: number; count: number }) =>
    submitted === 0 ? 'Noch nichts eingereicht' : `${submitted} von ${count} eingereicht`,
  title: 'Empfehlungen ins Plenum einreichen',
  showTitle: 'Eingereichte Empfehlungen',
  hint: 'Jede Empfehlung bekommt eine Kennung, die bleibt. Sie können danach weiter daran schreiben; das Plenum sieht dann, dass sich etwas geändert hat.',
  submitCount: ({ count }: { count: number }) =>
    count === 0 ? 'Einreichen' : count === 1 ? '1 Empfehlung einreichen' : `${count} Empfehlungen einreichen`,
  submitted: ({ count }: { count: number }) =>
    count === 1 ? 'Eine Empfehlung ist eingereicht.' : `${count} Empfehlungen sind eingereicht.`,
  untitled: 'Ohne Titel: erst benennen, dann einreichen',
  draft: 'Entwurf',
  since: ({ time }: { time: string }) => `eingereicht um ${time}`,
  withdraw: 'Zurückziehen',
  withdrawCode: ({ code }: { code: string }) => `${code} zurückziehen`,
  withdrawn: ({ code }: { code: string }) => `${code} ist wieder ein Entwurf und behält die Kennung.`,
  withdrawnAt: ({ time }: { time: string }) => `zurückgezogen um ${time}`,
  close: 'Schließen',
  gone: 'Der Zettel steht nicht mehr auf dieser Tafel.',
}
