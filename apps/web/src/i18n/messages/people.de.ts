export const people = {
  menu: ({ name }: { name: string }) => (name ? `${name}: Ihr Platz und Einstellungen` : 'Ihr Platz und Einstellungen'),
  editSeat: 'Name und Organisation ändern',
  editSeatTitle: 'Name und Organisation',
  name: 'Wie sollen die anderen Sie nennen?',
  namePlaceholder: 'Name oder Kürzel, darf leer bleiben',
  organisation: 'Organisation',
  group: 'Gruppe',
  groupChange: 'Beim Wechsel verlassen Sie die Tafel Ihrer jetzigen Gruppe.',
  saved: 'Geändert.',
  recoveryCode: 'Wiederherstellungscode',
  recoveryTitle: 'Ihr Wiederherstellungscode',
  recoveryText:
    'Mit diesem Code und der Adresse des Workshops kommen Sie auf jedem Gerät zurück an Ihren Platz. Schreiben Sie ihn auf, oder kopieren Sie ihn an einen sicheren Ort. Er gilt einmal; danach gibt es einen neuen.',
  recoveryUnknown:
    'Der Code wurde einmal gezeigt und liegt auf diesem Gerät nicht vor. Sie können einen neuen machen; der alte gilt dann nicht mehr.',
  recoveryNew: 'Neuen Code machen',
  copyCode: 'Code kopieren',
  myWorkshops: 'Meine Workshops',
  results: 'Ergebnisse',
  settings: 'Sprache und Aussehen',
  forget: 'Dieses Gerät verlassen',
  legal: 'Rechtliches',
}
