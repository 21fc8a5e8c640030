import {
  BARRIER_CAUSES,
  CANVAS_KINDS,
  CHANNEL_TYPES,
  fieldOf,
  LEVELS,
  templateOf,
  TOUCHPOINT_PHASES,
  type Addressee,
  type BarrierCause,
  type CanvasKind,
  type ChannelType,
  type Evidence,
  type HarvestKind,
  type Horizon,
  type ItemState,
  type Level,
  type RecommendationType,
  type TouchpointPhase,
  type Visibility,
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
  readonly kind: Readonly<Record<CanvasKind, string>>
  readonly addressee: Readonly<Record<Addressee, string>>
  readonly type: Readonly<Record<RecommendationType, string>>
  readonly horizon: Readonly<Record<Horizon, string>>
}

type OwnLabels = Omit<AttributeLabels, 'cause' | 'phase' | 'channelType' | 'level' | 'kind'>

const de: OwnLabels = {
  fit: { 1: 'passt wenig', 2: 'passt', 3: 'passt sehr gut' },
  harvestKind: { practice: 'gute Praxis', question: 'Frage' },
  evidence: { assumption: 'Annahme', plausible: 'plausibel', proven: 'belegt' },
  visibility: { internal: 'intern', public: 'öffentlich' },
  state: { active: 'aktiv', parked: 'geparkt', deleted: 'gelöscht' },
  addressee: {
    bund: 'Bund',
    land: 'Land',
    kommune: 'Kommune',
    'kammer-verband': 'Kammer, Verband',
    'service-owner': 'Leistungsverantwortliche',
    'cross-ministry': 'ressortübergreifend',
  },
  type: {
    campaign: 'Kampagne',
    material: 'Material',
    training: 'Schulung',
    process: 'Ablauf',
    product: 'Verbesserung des Dienstes',
    network: 'Netzwerk',
    data: 'Daten und Auswertung',
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

const en: OwnLabels = {
  fit: { 1: 'weak fit', 2: 'good fit', 3: 'very good fit' },
  harvestKind: { practice: 'good practice', question: 'question' },
  evidence: { assumption: 'assumption', plausible: 'plausible', proven: 'proven' },
  visibility: { internal: 'internal', public: 'public' },
  state: { active: 'active', parked: 'parked', deleted: 'deleted' },
  addressee: {
    bund: 'federal level',
    land: 'state',
    kommune: 'municipality',
    'kammer-verband': 'chamber, association',
    'service-owner': 'service owner',
    'cross-ministry': 'cross-ministry',
  },
  type: {
    campaign: 'campaign',
    material: 'material',
    training: 'training',
    process: 'process',
    product: 'product improvement',
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

/** Values whose names stand in the target-group template, so that board and dossier say the same. */
function templateLabels(language: Language): Omit<AttributeLabels, keyof OwnLabels> {
  const labelsOf = <T extends string>(fieldId: string, values: readonly T[]): Readonly<Record<T, string>> => {
    const choices = fieldOf(templateOf('target-group'), fieldId)?.choices ?? []
    const labels = values.map((value) => [value, choices.find(({ id }) => id === value)?.label[language] ?? value])
    return Object.fromEntries(labels) as Record<T, string>
  }
  return {
    cause: labelsOf('barriers', BARRIER_CAUSES),
    phase: labelsOf('touchpoints', TOUCHPOINT_PHASES),
    channelType: labelsOf('channels', CHANNEL_TYPES),
    level: labelsOf('multipliers', LEVELS),
    kind: labelsOf('kind', CANVAS_KINDS),
  }
}

/** How each attribute value is called in a dossier. */
export const ATTRIBUTE_LABELS: Readonly<Record<Language, AttributeLabels>> = {
  de: { ...de, ...templateLabels('de') },
  en: { ...en, ...templateLabels('en') },
}
