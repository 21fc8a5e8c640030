/** Putting notes under another one, without dragging. */
export const clusters = {
  title: 'In eine Wolke legen',
  explain:
    'Was zusammengehört, liegt unter einem Zettel; dessen Text ist der Name der Wolke. Kein Zettel geht verloren.',
  under: 'Unter diesen Zettel',
  fresh: 'Neue Wolke …',
  name: 'Name der Wolke',
  put: 'Darunterlegen',
}
