import type { DemoCommonBoard } from '../../DemoContent.ts'

/** Was während der drei Impulse auf der gemeinsamen Tafel gesammelt wurde. */
export const commonBoard: DemoCommonBoard = {
  title: 'Ernte aus den Impulsen',
  harvest: [
    {
      fieldId: 'practice',
      talk: 0,
      text: 'Ein Wiedererkennungszeichen für alle Onlinedienste, egal wer sie anbietet',
      evidence: 'plausible',
    },
    {
      fieldId: 'practice',
      talk: 0,
      text: 'Baukasten mit Texten, Fotos und Vorlagen, den jede Kommune frei anpassen darf',
    },
    {
      fieldId: 'practice',
      talk: 0,
      text: 'Vor jeder Kampagne prüfen: Hält der Dienst, was wir versprechen? Sonst erst nachbessern',
    },
    {
      fieldId: 'practice',
      talk: 0,
      text: 'Kurze Kennzahlenliste für alle: Aufrufe, begonnene Anträge, abgeschickte Anträge',
      tags: ['Kennzahlen'],
    },
    { fieldId: 'question', talk: 0, text: 'Wer bezahlt die Pflege der gemeinsamen Marke, wenn das Projekt endet?' },
    {
      fieldId: 'question',
      talk: 0,
      text: 'Wie verhindern wir, dass Landesmarken und Dachmarke miteinander konkurrieren?',
    },
    {
      fieldId: 'question',
      talk: 0,
      text: 'Dürfen wir Nutzungszahlen zwischen den Ländern vergleichen und zeigen?',
      tags: ['Kennzahlen'],
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Anlass statt Dienst bewerben: „Umgezogen?“ wirkt besser als „Elektronische Wohnsitzanmeldung“',
      evidence: 'proven',
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Plakate im Wartebereich der Bürgerbüros: „Beim nächsten Mal von zu Hause“',
      evidence: 'plausible',
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Erst zwei Städte, dann das ganze Land: Motive klein getestet und schwache aussortiert',
    },
    { fieldId: 'practice', talk: 1, text: 'QR-Code auf jedem Bescheid, der auf den passenden Folgeantrag führt' },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Pressestellen der Landkreise bekamen fertige Meldungen mit Lücken für örtliche Zahlen',
    },
    { fieldId: 'question', talk: 1, text: 'Wie lange hält die Wirkung an, wenn keine Anzeigen mehr laufen?' },
    {
      fieldId: 'question',
      talk: 1,
      text: 'Was kostet eine zusätzliche Onlinenutzung am Ende wirklich?',
      tags: ['Kennzahlen'],
    },
    { fieldId: 'question', talk: 1, text: 'Wie erreichen wir Menschen, die keine Behördenkanäle abonniert haben?' },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'Mitarbeitende sind die erste Zielgruppe: Wer den Dienst selbst ausprobiert hat, empfiehlt ihn',
      evidence: 'plausible',
    },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'Acht Interviews je Zielgruppe reichten, um die Hälfte unserer Annahmen zu verwerfen',
      evidence: 'proven',
    },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'Ein Steckbrief je Dienst: für wen, was es bringt, was man bereithalten muss',
    },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'Servicetelefon und Redaktion tauschen sich jede Woche über die häufigsten Fragen aus',
    },
    { fieldId: 'question', talk: 2, text: 'Wie kommen kleine Kommunen ohne Pressestelle an fertiges Material?' },
    {
      fieldId: 'question',
      talk: 2,
      text: 'Wie sprechen wir Menschen an, die mit dem Amt schlechte Erfahrungen gemacht haben?',
    },
    { fieldId: 'question', talk: 2, text: 'Ab welchem Reifegrad lohnt es sich, einen Dienst zu bewerben?' },
  ],
  freeNotes: [
    {
      text: 'Vorbild ist der Workshop vom 3. März 2022: vier Stunden, digital. Alle Inhalte hier sind erfunden',
      x: 600,
      y: 50,
      colour: 'stone',
    },
    { text: 'Parkplatz: Social Media braucht einen eigenen Termin', x: 40, y: 40, colour: 'sky' },
    { text: 'Merken für den 28. April: Kommunen früh einladen', x: 320, y: 60, colour: 'sage' },
  ],
}
