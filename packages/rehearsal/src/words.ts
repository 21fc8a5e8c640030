/** What simulated people write; invented, and so that anybody sees it. */
const WORDS = {
  de: {
    notes: [
      'Viele wissen gar nicht, dass es das online gibt',
      'Am Telefon erreicht man niemanden',
      'Das Formular ist auf dem Handy kaum zu lesen',
      'Beim ersten Mal hilft meist jemand aus der Familie',
      'Was passiert, nachdem ich auf Absenden drücke?',
      'Im Bürgerbüro liegt nur ein Faltblatt aus',
    ],
    recommendations: [
      'Den Hinweis auf jeden Bescheid drucken',
      'Kurze Erklärfilme für die Wartezeit',
      'Eine Seite für alle Dienste',
    ],
    mark: (number: number) => `(Probelauf ${number})`,
    name: (number: number) => `Probeperson ${number}`,
  },
  en: {
    notes: [
      'Many do not know that this can be done online',
      'Nobody answers the telephone',
      'The form can hardly be read on a phone',
      'The first time somebody of the family helps',
      'What happens after I press send?',
      'The office has nothing but a leaflet',
    ],
    recommendations: [
      'Print the note on every decision',
      'Short films for those who wait',
      'One page for all services',
    ],
    mark: (number: number) => `(rehearsal ${number})`,
    name: (number: number) => `Test person ${number}`,
  },
} as const

type Language = keyof typeof WORDS

/** A note that is like no other. */
export function noteText(language: Language, number: number): string {
  const { notes, mark } = WORDS[language]
  return `${notes[number % notes.length]} ${mark(number)}`
}

/** The title of a recommendation that is like no other. */
export function recommendationTitle(language: Language, number: number): string {
  const { recommendations, mark } = WORDS[language]
  return `${recommendations[number % recommendations.length]} ${mark(number)}`
}

/** What a simulated person without a name on the list is called. */
export function personName(language: Language, number: number): string {
  return WORDS[language].name(number)
}
