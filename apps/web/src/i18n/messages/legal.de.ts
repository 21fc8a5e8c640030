export const legal = {
  label: 'Rechtliches',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  reportBarrier: 'Barriere melden',
  contact: 'Kontakt',
}
