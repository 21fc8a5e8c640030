import type {
  Addressee,
  BarrierCause,
  ChannelType,
  Evidence,
  HarvestKind,
  Horizon,
  ItemState,
  Level,
  RecommendationType,
  TouchpointPhase,
  Visibility,
} from '@tafelrunde/schema/plain'

/** The languages of a dossier. */
export type Language = 'de' | 'en'

/** One wording per attribute value; a missing value is a type error. */
export interface AttributeLabels {
  readonly cause: Readonly<Record<BarrierCause, string>>
  readonly phase: Readonly<Record<TouchpointPhase, string>>
  readonly channelType: Readonly<Record<ChannelType, string>>
  readonly fit: Readonly<Record<1 | 2 | 3, string>>
  readonly level: Readonly<Record<Level, string>>
  readonly harvestKind: Readonly<Record<HarvestKind, string>>
  readonly evidence: Readonly<Record<Evidence, string>>
  readonly visibility: Readonly<Record<Visibility, string>>
  readonly state: Readonly<Record<ItemState, string>>
  readonly kind: Readonly<Record<'users' | 'multipliers' | 'internal' | 'decision-makers', string>>
  readonly addressee: Readonly<Record<Addressee, string>>
  readonly type: Readonly<Record<RecommendationType, string>>
  readonly horizon: Readonly<Record<Horizon, string>>
}

const de: AttributeLabels = {
  cause: {
    unknown: 'Angebot unbekannt',
    'not-findable': 'nicht auffindbar',
    rejection: 'Ablehnung',
    'trust-privacy': 'Vertrauen und Datenschutz',
    'technology-eid': 'Technik und eID',
    language: 'Sprache',
    accessibility: 'Barrierefreiheit',
    'digital-skills': 'Digitalkompetenz',
    'legal-organisational': 'Recht und Organisation',
  },
  phase: { before: 'vorher', during: 'während', after: 'nachher' },
  channelType: {
    owned: 'eigener Kanal',
    paid: 'bezahlter Kanal',
    earned: 'verdiente Aufmerksamkeit',
    partner: 'Partnerkanal',
  },
  fit: { 1: 'passt wenig', 2: 'passt', 3: 'passt sehr gut' },
  level: {
    bund: 'Bund',
    land: 'Land',
    kommune: 'Kommune',
    kammer: 'Kammer',
    verband: 'Verband',
    zivilgesellschaft: 'Zivilgesellschaft',
  },
  harvestKind: { practice: 'gute Praxis', question: 'Frage' },
  evidence: { assumption: 'Annahme', plausible: 'plausibel', proven: 'belegt' },
  visibility: { internal: 'intern', public: 'öffentlich' },
  state: { active: 'aktiv', parked: 'geparkt', deleted: 'gelöscht' },
  kind: {
    users: 'Nutzende',
    multipliers: 'Multiplikatoren',
    internal: 'Beschäftigte der Verwaltung',
    'decision-makers': 'Entscheidende',
  },
  addressee: {
    bund: 'Bund',
    land: 'Land',
    kommune: 'Kommune',
    'kammer-verband': 'Kammer/Verband',
    'service-owner': 'Verantwortliche des Onlinedienstes',
    'cross-ministry': 'ressortübergreifend',
  },
  type: {
    campaign: 'Kampagne',
    material: 'Material',
    training: 'Schulung',
    process: 'Prozess',
    product: 'Verbesserung des Dienstes',
    network: 'Netzwerk',
    data: 'Daten und Monitoring',
    governance: 'Recht und Steuerung',
    other: 'Sonstiges',
  },
  horizon: {
    now: 'sofort (unter 3 Monaten)',
    short: 'kurzfristig (unter 6 Monaten)',
    medium: 'mittelfristig (unter 24 Monaten)',
    long: 'langfristig',
  },
}

const en: AttributeLabels = {
  cause: {
    unknown: 'not known',
    'not-findable': 'not findable',
    rejection: 'rejection',
    'trust-privacy': 'trust and privacy',
    'technology-eid': 'technology and eID',
    language: 'language',
    accessibility: 'accessibility',
    'digital-skills': 'digital skills',
    'legal-organisational': 'legal and organisational',
  },
  phase: { before: 'before', during: 'during', after: 'after' },
  channelType: { owned: 'owned channel', paid: 'paid channel', earned: 'earned attention', partner: 'partner channel' },
  fit: { 1: 'weak fit', 2: 'good fit', 3: 'very good fit' },
  level: {
    bund: 'federal',
    land: 'state',
    kommune: 'municipal',
    kammer: 'chamber',
    verband: 'association',
    zivilgesellschaft: 'civil society',
  },
  harvestKind: { practice: 'good practice', question: 'question' },
  evidence: { assumption: 'assumption', plausible: 'plausible', proven: 'proven' },
  visibility: { internal: 'internal', public: 'public' },
  state: { active: 'active', parked: 'parked', deleted: 'deleted' },
  kind: { users: 'users', multipliers: 'multipliers', internal: 'staff', 'decision-makers': 'decision makers' },
  addressee: {
    bund: 'federal government',
    land: 'state',
    kommune: 'municipality',
    'kammer-verband': 'chamber/association',
    'service-owner': 'service owner',
    'cross-ministry': 'cross-ministry',
  },
  type: {
    campaign: 'campaign',
    material: 'material',
    training: 'training',
    process: 'process',
    product: 'service improvement',
    network: 'network',
    data: 'data and monitoring',
    governance: 'law and governance',
    other: 'other',
  },
  horizon: {
    now: 'now (under 3 months)',
    short: 'short term (under 6 months)',
    medium: 'medium term (under 24 months)',
    long: 'long term',
  },
}

/** How each attribute value is called in a dossier. */
export const ATTRIBUTE_LABELS: Readonly<Record<Language, AttributeLabels>> = { de, en }
