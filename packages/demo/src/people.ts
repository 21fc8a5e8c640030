/** A simulated person: short first name, organisation (index into the frame's list) and group (index). */
export interface DemoPerson {
  readonly name: string
  readonly organisation: number
  readonly group: number
}

/** Who takes part in the demo: five people in each of the six groups, every organisation in several groups. */
export const PEOPLE: readonly DemoPerson[] = [
  'Anna K.',
  'Mehmet',
  'Jule',
  'Carsten',
  'Ines W.',
  'Tomasz',
  'Britta',
  'Nils',
  'Rabia',
  'Holger P.',
  'Sabine',
  'Yusuf',
  'Marlene',
  'Jonas',
  'Petra L.',
  'Leyla',
  'Felix',
  'Katrin',
  'Dario',
  'Svenja',
  'Gisela',
  'Oskar',
  'Thuy',
  'Bernd',
  'Alina M.',
  'Ute',
  'Karim',
  'Franziska',
  'Moritz',
  'Elif',
].map((name, index) => ({
  name,
  organisation: (index * 5 + Math.floor(index / 12)) % 12,
  group: Math.floor(index / 5),
}))
