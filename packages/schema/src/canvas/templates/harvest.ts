import type { CanvasTemplate } from '../CanvasTemplate.ts'

/** Collects from impulse talks: good practice and questions, each item referring to its talk. */
export const harvest: CanvasTemplate = {
  id: 'harvest',
  label: { de: 'Ernte der Impulse', en: 'Harvest of the talks' },
  fields: [
    {
      id: 'title',
      label: { de: 'Titel', en: 'Title' },
      prompt: { de: 'Worum geht es in den Impulsen?', en: 'What are the talks about?' },
      type: 'text',
      required: true,
      maxCharacters: 120,
      layout: 'head',
      merge: 'side-by-side',
      tint: 'stone',
    },
    {
      id: 'practice',
      label: { de: 'Gute Praxis', en: 'Good practice' },
      prompt: { de: 'Was davon wollen wir uns merken oder übernehmen?', en: 'What do we want to remember or adopt?' },
      type: 'items',
      layout: 'grid',
      row: 1,
      column: 1,
      attribute: 'harvest',
      merge: 'union',
      tint: 'sage',
    },
    {
      id: 'question',
      label: { de: 'Fragen', en: 'Questions' },
      prompt: { de: 'Was möchten wir nachfragen?', en: 'What would we like to ask?' },
      type: 'items',
      layout: 'grid',
      row: 1,
      column: 2,
      attribute: 'harvest',
      merge: 'union',
      tint: 'sky',
    },
    {
      id: 'ideas',
      label: { de: 'Mögliche Zielgruppen', en: 'Possible target groups' },
      prompt: {
        de: 'Wen sollten wir erreichen? Eine Zielgruppe je Zettel.',
        en: 'Whom should we reach? One per note.',
      },
      type: 'items',
      layout: 'grid',
      row: 1,
      column: 3,
      merge: 'union-fold',
      tint: 'sand',
    },
  ],
}
