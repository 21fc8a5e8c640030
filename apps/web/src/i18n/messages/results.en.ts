import type { results as german } from './results.de.ts'

export const results: typeof german = {
  title: 'Results',
  lead: 'Everything the groups have written, in one reading order. Download whenever you like, also in the middle of the workshop.',
  language: 'Language of the document',
  languages: { de: 'Deutsch', en: 'English' },
  get: 'Download',
  download: ({ format }) => `Download ${format}`,
  downloading: 'Preparing …',
  downloaded: ({ file }) => `${file} has been downloaded.`,
  formats: {
    html: { title: 'HTML', text: 'Accessible, to read, print and pass on' },
    md: { title: 'Markdown', text: 'For wikis and further writing' },
    csv: { title: 'CSV', text: 'A table of all notes, for Excel and LibreOffice' },
    json: { title: 'JSON', text: 'For programs, complete' },
  },
  preview: 'Preview',
  previewLoading: 'Fetching the preview …',
  refresh: 'Fetch again',
  asOf: ({ time }) => `As of ${time}`,
  failed: ({ problem }) => `That did not work: ${problem}`,
  retry: 'Try again',
  toBoard: 'To the board',
  toCockpit: 'To the cockpit',
  toPlenary: 'To the plenary',
  internal: 'For participants only. This publishes nothing.',
}
