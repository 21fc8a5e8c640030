import { BARRIER_CAUSES, CHANNEL_TYPES, LEVELS, TOUCHPOINT_PHASES } from '../../item/Item.ts'
import { CANVAS_KINDS } from '../Canvas.ts'
import type { CanvasTemplate, FieldChoice, FieldTemplate, LocalText } from '../CanvasTemplate.ts'

const text = (de: string, en: string): LocalText => ({ de, en })

const CAUSES: Readonly<Record<(typeof BARRIER_CAUSES)[number], LocalText>> = {
  unknown: text('Unbekannt', 'Unknown'),
  'not-findable': text('Nicht auffindbar', 'Not findable'),
  rejection: text('Ablehnung', 'Rejection'),
  'trust-privacy': text('Vertrauen und Datenschutz', 'Trust and privacy'),
  'technology-eid': text('Technik und eID', 'Technology and eID'),
  language: text('Sprache', 'Language'),
  accessibility: text('Barrierefreiheit', 'Accessibility'),
  'digital-skills': text('Digitalkompetenz', 'Digital skills'),
  'legal-organisational': text('Recht und Organisation', 'Legal and organisational'),
}

const PHASES: Readonly<Record<(typeof TOUCHPOINT_PHASES)[number], LocalText>> = {
  before: text('Vorher', 'Before'),
  during: text('Währenddessen', 'During'),
  after: text('Danach', 'After'),
}

const CHANNELS: Readonly<Record<(typeof CHANNEL_TYPES)[number], LocalText>> = {
  owned: text('Eigener Kanal', 'Owned'),
  paid: text('Bezahlt', 'Paid'),
  earned: text('Verdient (Presse, Empfehlung)', 'Earned'),
  partner: text('Über Partner', 'Partner'),
}

const LEVEL_LABELS: Readonly<Record<(typeof LEVELS)[number], LocalText>> = {
  bund: text('Bund', 'Federal'),
  land: text('Land', 'State'),
  kommune: text('Kommune', 'Municipality'),
  kammer: text('Kammer', 'Chamber'),
  verband: text('Verband', 'Association'),
  zivilgesellschaft: text('Zivilgesellschaft', 'Civil society'),
}

const KINDS: Readonly<Record<(typeof CANVAS_KINDS)[number], LocalText>> = {
  users: text('Nutzende', 'Users'),
  multipliers: text('Multiplikatoren', 'Multipliers'),
  internal: text('Intern', 'Internal'),
  'decision-makers': text('Entscheidende', 'Decision makers'),
}

const choicesOf = <T extends string>(ids: readonly T[], labels: Readonly<Record<T, LocalText>>): FieldChoice[] =>
  ids.map((id) => ({ id, label: labels[id] }))

const HEAD: readonly FieldTemplate[] = [
  {
    id: 'title',
    label: text('Zielgruppe', 'Target group'),
    prompt: text(
      'Wen genau wollen wir erreichen? Nicht „alle Bürger“.',
      'Who exactly do we want to reach? Not “all citizens”.',
    ),
    type: 'text',
    required: true,
    maxCharacters: 120,
    layout: 'head',
    merge: 'side-by-side',
    tint: 'stone',
  },
  {
    id: 'kind',
    label: text('Art', 'Kind'),
    prompt: text('Erreichen wir sie direkt oder über andere?', 'Do we reach them directly or through others?'),
    type: 'choice',
    layout: 'head',
    choices: choicesOf(CANVAS_KINDS, KINDS),
    merge: 'majority',
    tint: 'stone',
  },
  {
    id: 'service',
    label: text('Onlinedienst', 'Online service'),
    prompt: text(
      'Um welche Leistung geht es? Wie reif ist der Dienst?',
      'Which service is it about? How mature is it?',
    ),
    type: 'links',
    layout: 'head',
    merge: 'union',
    tint: 'stone',
  },
  {
    id: 'summary',
    label: text('Kurzbeschreibung', 'Short description'),
    prompt: text('In zwei Sätzen: Lebens- oder Geschäftslage', 'In two sentences: situation in life or business'),
    type: 'rich-text',
    maxCharacters: 300,
    layout: 'head',
    merge: 'side-by-side',
    tint: 'stone',
  },
]

const GRID: readonly FieldTemplate[] = [
  {
    id: 'goals',
    label: text('Anliegen und Aufgaben', 'Goals and tasks'),
    prompt: text('Was will die Zielgruppe erledigen?', 'What does the target group want to get done?'),
    type: 'items',
    layout: 'grid',
    row: 1,
    column: 1,
    merge: 'union-fold',
    tint: 'sand',
  },
  {
    id: 'needs',
    label: text('Bedürfnisse und Erwartungen', 'Needs and expectations'),
    prompt: text('Was ist ihr dabei wichtig?', 'What matters to them in doing so?'),
    type: 'items',
    layout: 'grid',
    row: 1,
    column: 2,
    merge: 'union-fold',
    tint: 'sage',
  },
  {
    id: 'benefits',
    label: text('Nutzen und Motivation', 'Benefits and motivation'),
    prompt: text('Was hat sie davon? Was würde überzeugen?', 'What is in it for them? What would convince them?'),
    type: 'items',
    layout: 'grid',
    row: 1,
    column: 3,
    merge: 'union-fold',
    tint: 'sky',
  },
  {
    id: 'pains',
    label: text('Probleme und Ärgernisse', 'Pains'),
    prompt: text('Was nervt, kostet Zeit oder macht Sorge?', 'What annoys, costs time or causes worry?'),
    type: 'items',
    layout: 'grid',
    row: 2,
    column: 1,
    merge: 'union-fold',
    tint: 'rose',
  },
  {
    id: 'barriers',
    label: text('Hürden der Nutzung', 'Barriers to use'),
    prompt: text('Warum nutzt sie den Dienst (noch) nicht?', 'Why do they not use the service (yet)?'),
    type: 'items',
    layout: 'grid',
    row: 2,
    column: 2,
    attribute: 'cause',
    choices: choicesOf(BARRIER_CAUSES, CAUSES),
    merge: 'by-cause',
    tint: 'rose',
  },
  {
    id: 'touchpoints',
    label: text('Kontaktpunkte und Anlässe', 'Touchpoints'),
    prompt: text(
      'Wo und wann begegnet sie uns oder dem Thema?',
      'Where and when do they come across us or the subject?',
    ),
    type: 'items',
    layout: 'grid',
    row: 2,
    column: 3,
    attribute: 'phase',
    choices: choicesOf(TOUCHPOINT_PHASES, PHASES),
    merge: 'by-phase',
    tint: 'sky',
  },
  {
    id: 'channels',
    label: text('Kanäle', 'Channels'),
    prompt: text('Welche Medien und Wege nutzt sie wirklich?', 'Which media and ways do they really use?'),
    type: 'items',
    layout: 'grid',
    row: 3,
    column: 1,
    attribute: 'channel',
    choices: choicesOf(CHANNEL_TYPES, CHANNELS),
    merge: 'channel-fit',
    tint: 'lilac',
  },
  {
    id: 'multipliers',
    label: text('Multiplikatoren und Netzwerke', 'Multipliers and networks'),
    prompt: text('Wem vertraut sie? Wer kann für uns sprechen?', 'Whom do they trust? Who can speak for us?'),
    type: 'items',
    layout: 'grid',
    row: 3,
    column: 2,
    attribute: 'multiplier',
    choices: choicesOf(LEVELS, LEVEL_LABELS),
    merge: 'by-organisation',
    tint: 'sage',
  },
  {
    id: 'message',
    label: text('Kernbotschaft', 'Key message'),
    prompt: text(
      'Ein Satz, den die Zielgruppe selbst sagen würde',
      'A sentence that the target group would say themselves',
    ),
    type: 'messages',
    maxCharacters: 160,
    layout: 'grid',
    row: 3,
    column: 3,
    merge: 'side-by-side-vote',
    tint: 'sand',
  },
]

const FOOT: readonly FieldTemplate[] = [
  {
    id: 'questions',
    label: text('Offene Fragen', 'Open questions'),
    prompt: text('Was müssen wir noch herausfinden?', 'What do we still have to find out?'),
    type: 'items',
    layout: 'foot',
    attribute: 'clarify',
    merge: 'union',
    tint: 'stone',
  },
]

const deepening = (
  id: string,
  label: LocalText,
  prompt: LocalText,
  more: Partial<FieldTemplate> = {},
): FieldTemplate => ({ id, label, prompt, type: 'items', layout: 'deepening', merge: 'union', tint: 'stone', ...more })

const DEEPENING: readonly FieldTemplate[] = [
  deepening(
    'size',
    text('Größe und Verbreitung', 'Size and reach'),
    text(
      'Wie viele sind es, wo sind sie, wie oft kommt der Fall vor?',
      'How many, where, and how often does it occur?',
    ),
  ),
  deepening(
    'eligibility',
    text('Anspruch und Auslöser', 'Eligibility and trigger'),
    text('Wer darf die Leistung nutzen, und was bringt sie dazu?', 'Who may use the service, and what sets it off?'),
  ),
  deepening(
    'tone',
    text('Ansprache und Ton', 'Tone of voice'),
    text('Wie sprechen wir sie an, und wie auf keinen Fall?', 'How do we address them, and how never?'),
  ),
  deepening(
    'proof',
    text('Argumente und Belege', 'Proof points'),
    text('Womit belegen wir, was wir versprechen?', 'What proves what we promise?'),
  ),
  deepening(
    'existing',
    text('Gute Praxis', 'Good practice'),
    text('Was gibt es schon, das gut funktioniert?', 'What exists already and works well?'),
  ),
  deepening(
    'digital',
    text('Digitalkompetenz', 'Digital skills'),
    text(
      'Wie sicher ist sie im Umgang mit Onlinediensten? 1 = kaum, 5 = sehr',
      'How confident online? 1 = hardly, 5 = very',
    ),
    { attribute: 'scale' },
  ),
  deepening(
    'evidence',
    text('Quellen', 'Sources'),
    text('Woher wissen wir das? Studien, Zahlen, Gespräche', 'How do we know? Studies, figures, conversations'),
  ),
  deepening(
    'kpis',
    text('Erfolgskennzahlen', 'Success indicators'),
    text(
      'Kennzahl, Ausgangswert, Ziel, Datum, Quelle: Woran sehen wir den Erfolg?',
      'Indicator, baseline, target, date, source: how do we see success?',
    ),
  ),
  deepening(
    'risks',
    text('Risiken und Nebenwirkungen', 'Risks and side effects'),
    text('Was könnte schiefgehen oder ungewollt passieren?', 'What could go wrong or happen unintentionally?'),
  ),
]

/** One target group in nine fields with head and foot for the workshop, and nine more to deepen between sessions. */
export const targetGroup: CanvasTemplate = {
  id: 'target-group',
  label: text('Zielgruppen-Canvas', 'Target group canvas'),
  fields: [...HEAD, ...GRID, ...FOOT, ...DEEPENING],
}
