export const legal = {
  label: 'Legal',
  imprint: 'Imprint',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  reportBarrier: 'Report a barrier',
  contact: 'Contact',
}
