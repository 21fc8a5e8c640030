import type { RecommendationStatus } from '@tafelrunde/schema/plain'
import type { Language } from './attributeLabels.ts'

/** Attributes of items and recommendations that a dossier names. */
export type AttributeName =
  | 'cause'
  | 'phase'
  | 'channelType'
  | 'fit'
  | 'organisation'
  | 'level'
  | 'clarifiedBy'
  | 'until'
  | 'talk'
  | 'harvestKind'
  | 'scale'
  | 'evidence'
  | 'tags'
  | 'targetGroups'
  | 'source'
  | 'visibility'
  | 'addressees'
  | 'type'
  | 'lead'
  | 'partners'
  | 'firstStep'
  | 'horizon'
  | 'effort'
  | 'impact'
  | 'resources'
  | 'dependencies'
  | 'risks'
  | 'indicator'
  | 'examples'
  | 'code'
  | 'status'
  | 'priority'

/** Every other word of a dossier: headings, names of attributes, the demo mark. */
export interface DossierWords {
  readonly subtitle: string
  readonly example: string
  readonly skip: string
  readonly contents: string
  readonly generated: string
  readonly date: string
  readonly organisations: string
  readonly targetGroups: string
  readonly talks: string
  readonly group: string
  readonly commonBoard: string
  readonly topic: string
  readonly canvas: string
  readonly field: string
  readonly otherField: string
  readonly freeArea: string
  readonly connections: string
  readonly recommendations: string
  readonly parked: string
  readonly empty: string
  readonly appendix: string
  readonly countsCaption: string
  readonly canvases: string
  readonly entries: string
  readonly strokes: string
  readonly total: string
  readonly foldedInto: string
  readonly plenaryWording: string
  readonly cluster: string
  readonly clusterSize: (members: number) => string
  readonly inCluster: string
  readonly agreement: string
  /** The agreement with a question. */
  readonly alsoAsked: string
  readonly description: string
  readonly rationale: string
  readonly linkedEntries: string
  readonly outOf: (value: number, highest: number) => string
  readonly status: Readonly<Record<RecommendationStatus, string>>
  readonly attribute: Readonly<Record<AttributeName, string>>
}

const de: DossierWords = {
  subtitle: 'Ergebnisse des Workshops',
  example: 'Beispieldaten, frei erfunden',
  skip: 'Zum Inhalt springen',
  contents: 'Inhalt',
  generated: 'Stand',
  date: 'Termin',
  organisations: 'Beteiligte Organisationen',
  targetGroups: 'Zielgruppen',
  talks: 'Impulse',
  group: 'Gruppe',
  commonBoard: 'Gemeinsame Tafel',
  topic: 'Thema',
  canvas: 'Canvas',
  field: 'Feld',
  otherField: 'Weitere Zettel',
  freeArea: 'Freie Fläche',
  connections: 'Verbindungen',
  recommendations: 'Handlungsempfehlungen',
  parked: 'Geparkt',
  empty: 'Auf dieser Tafel steht noch nichts.',
  appendix: 'Anhang: Umfang',
  countsCaption: 'Anzahl der Einträge je Gruppe',
  canvases: 'Canvas',
  entries: 'Zettel',
  strokes: 'Striche auf der freien Fläche',
  total: 'Summe',
  foldedInto: 'im Plenum zusammengefasst mit',
  plenaryWording: 'Wortlaut im Plenum',
  cluster: 'Wolke',
  clusterSize: (members) => (members === 1 ? '1 Zettel darunter' : `${members} Zettel darunter`),
  inCluster: 'in der Wolke von',
  agreement: 'Zustimmung',
  alsoAsked: 'Das frage ich auch',
  description: 'Beschreibung',
  rationale: 'Begründung',
  linkedEntries: 'stützt sich auf',
  outOf: (value, highest) => `${value} von ${highest}`,
  status: { draft: 'Entwurf (zurückgezogen)', submitted: 'eingereicht' },
  attribute: {
    cause: 'Ursache',
    phase: 'Phase',
    channelType: 'Art des Kanals',
    fit: 'Eignung',
    organisation: 'Organisation',
    level: 'Ebene',
    clarifiedBy: 'klärt',
    until: 'bis',
    talk: 'Impuls',
    harvestKind: 'Art',
    scale: 'Einschätzung',
    evidence: 'Beleg',
    tags: 'Schlagwörter',
    source: 'Quelle',
    visibility: 'Sichtbarkeit',
    targetGroups: 'Zielgruppen',
    addressees: 'Richtet sich an',
    type: 'Art der Maßnahme',
    lead: 'Federführung',
    partners: 'Mitwirkende',
    firstStep: 'Erster Schritt',
    horizon: 'Zeithorizont',
    effort: 'Aufwand',
    impact: 'Wirkung',
    resources: 'Ressourcen',
    dependencies: 'Abhängigkeiten',
    risks: 'Risiken',
    indicator: 'Erfolgskennzahl',
    examples: 'Beispiele',
    code: 'Kennung',
    status: 'Stand',
    priority: 'Priorität',
  },
}

const en: DossierWords = {
  subtitle: 'Workshop results',
  example: 'Example data, entirely made up',
  skip: 'Skip to content',
  contents: 'Contents',
  generated: 'As of',
  date: 'Date',
  organisations: 'Organisations taking part',
  targetGroups: 'Target groups',
  talks: 'Talks',
  group: 'Group',
  commonBoard: 'Common board',
  topic: 'Topic',
  canvas: 'Canvas',
  field: 'Field',
  otherField: 'More entries',
  freeArea: 'Free area',
  connections: 'Connections',
  recommendations: 'Recommendations',
  parked: 'Parked',
  empty: 'Nothing has been written on this board yet.',
  appendix: 'Appendix: what is in here',
  countsCaption: 'Number of entries per group',
  canvases: 'Canvases',
  entries: 'Entries',
  strokes: 'Pen strokes in the free area',
  total: 'Total',
  foldedInto: 'folded in the plenary with',
  plenaryWording: 'Wording of the plenary',
  cluster: 'Cluster',
  clusterSize: (members) => (members === 1 ? '1 entry under it' : `${members} entries under it`),
  inCluster: 'in the cluster of',
  agreement: 'Agreement',
  alsoAsked: 'I ask that, too',
  description: 'Description',
  rationale: 'Rationale',
  linkedEntries: 'based on',
  outOf: (value, highest) => `${value} of ${highest}`,
  status: { draft: 'draft (withdrawn)', submitted: 'submitted' },
  attribute: {
    cause: 'Cause',
    phase: 'Phase',
    channelType: 'Type of channel',
    fit: 'Fit',
    organisation: 'Organisation',
    level: 'Level',
    clarifiedBy: 'clarified by',
    until: 'until',
    talk: 'Talk',
    harvestKind: 'Kind',
    scale: 'Rating',
    evidence: 'Evidence',
    tags: 'Tags',
    source: 'Source',
    visibility: 'Visibility',
    targetGroups: 'Target groups',
    addressees: 'Addressed to',
    type: 'Type of measure',
    lead: 'Lead',
    partners: 'Partners',
    firstStep: 'First step',
    horizon: 'Horizon',
    effort: 'Effort',
    impact: 'Impact',
    resources: 'Resources',
    dependencies: 'Dependencies',
    risks: 'Risks',
    indicator: 'Success indicator',
    examples: 'Examples',
    code: 'Code',
    status: 'Status',
    priority: 'Priority',
  },
}

/** The words of a dossier by language. */
export const DOSSIER_WORDS: Readonly<Record<Language, DossierWords>> = { de, en }
