import type { CanvasTemplate } from '../CanvasTemplate.ts'

/** One field for whatever the group needs. */
export const blank: CanvasTemplate = {
  id: 'blank',
  label: { de: 'Leere Fläche', en: 'Blank' },
  fields: [
    {
      id: 'title',
      label: { de: 'Titel', en: 'Title' },
      prompt: { de: 'Worum geht es?', en: 'What is it about?' },
      type: 'text',
      required: true,
      maxCharacters: 120,
      layout: 'head',
      merge: 'side-by-side',
      tint: 'stone',
    },
    {
      id: 'notes',
      label: { de: 'Zettel', en: 'Notes' },
      prompt: { de: 'Was gehört hierher?', en: 'What belongs here?' },
      type: 'items',
      layout: 'grid',
      row: 1,
      column: 1,
      merge: 'union',
      tint: 'sand',
    },
  ],
}
