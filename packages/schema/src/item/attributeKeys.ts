import type { ItemAttributes } from './Item.ts'

/** Keys of an entry that hold the attributes of its field, in the order in which they are written out. */
export const ATTRIBUTE_KEYS = [
  'cause',
  'phase',
  'channelType',
  'fit',
  'organisation',
  'level',
  'clarifiedBy',
  'until',
  'talkId',
  'harvestKind',
  'scale',
] as const satisfies readonly (keyof ItemAttributes)[]
