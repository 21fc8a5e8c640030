import { isRecord, type Json } from './json.ts'
import type { RichText } from './RichText.ts'
import type { BoardRoot } from './roots.ts'
import { isBoardRoot } from './roots.ts'

/** A whole entry as JSON: how a deleted one can be made again. */
export interface EntryJson {
  readonly values: Readonly<Record<string, Json>>
  readonly texts: Readonly<Record<string, string>>
  readonly richTexts: Readonly<Record<string, RichText>>
}

interface ChangeTarget {
  readonly root: BoardRoot
  readonly id: string
}

/**
 * One step of an inverse, with what the operation left behind (`expected`): if that is no longer so, somebody has
 * changed it since and the inverse is not applied. `null` stands for an absent value.
 */
export type Change =
  | (ChangeTarget & { readonly type: 'set'; readonly key: string; readonly value: Json; readonly expected: Json })
  | (ChangeTarget & { readonly type: 'text'; readonly key: string; readonly value: string; readonly expected: string })
  | (ChangeTarget & {
      readonly type: 'richText'
      readonly key: string
      readonly value: RichText
      readonly expected: RichText
    })
  | (ChangeTarget & { readonly type: 'guard'; readonly key: string; readonly expected: string })
  | (ChangeTarget & { readonly type: 'create'; readonly entry: EntryJson })
  | (ChangeTarget & { readonly type: 'remove'; readonly expected: EntryJson })

/** What takes back one operation. Plain JSON, so that it survives a reload. */
export interface Inverse {
  readonly operation: string
  readonly changes: readonly Change[]
}

/** What an operation did: its result and what takes it back. */
export interface Applied<T> {
  readonly result: T
  readonly inverse: Inverse
}

const CHANGE_TYPES: readonly Change['type'][] = ['set', 'text', 'richText', 'guard', 'create', 'remove']

/** An inverse from storage; null for anything that is not one. Never throws. */
export function parseInverse(value: unknown): Inverse | null {
  if (!isRecord(value) || typeof value['operation'] !== 'string' || !Array.isArray(value['changes'])) return null
  return value['changes'].every(isChange) ? (value as unknown as Inverse) : null
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value) || typeof value['id'] !== 'string' || typeof value['root'] !== 'string') return false
  if (!isBoardRoot(value['root']) || !CHANGE_TYPES.includes(value['type'] as Change['type'])) return false
  switch (value['type']) {
    case 'create':
      return isEntryJson(value['entry'])
    case 'remove':
      return isEntryJson(value['expected'])
    case 'set':
      return typeof value['key'] === 'string' && 'value' in value && 'expected' in value
    case 'richText':
      return typeof value['key'] === 'string' && isRichText(value['value']) && isRichText(value['expected'])
    case 'text':
      return [value['key'], value['value'], value['expected']].every((part) => typeof part === 'string')
    default:
      return typeof value['key'] === 'string' && typeof value['expected'] === 'string'
  }
}

function isEntryJson(value: unknown): value is EntryJson {
  if (!isRecord(value) || !isRecord(value['values']) || !isRecord(value['texts']) || !isRecord(value['richTexts'])) {
    return false
  }
  return (
    Object.values(value['texts']).every((text) => typeof text === 'string') &&
    Object.values(value['richTexts']).every(isRichText)
  )
}

/** Whether a value from storage or an import has the form of rich text. */
export function isRichText(value: unknown): value is RichText {
  return (
    Array.isArray(value) &&
    value.every(
      (block) =>
        isRecord(block) &&
        (block['type'] === 'paragraph' || block['type'] === 'bullet') &&
        Array.isArray(block['runs']) &&
        block['runs'].every((run) => isRecord(run) && typeof run['text'] === 'string'),
    )
  )
}
