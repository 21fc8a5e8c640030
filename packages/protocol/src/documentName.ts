/** Kinds of sync documents; the name is `<kind>/<id>`. */
export type DocumentKind = 'workshop' | 'group' | 'private' | 'plenary'

/** Name of a sync document, as clients send it. */
export type DocumentName = `${DocumentKind}/${string}`

/** A parsed document name. `id` is the workshop's (workshop, plenary), group's or seat's id. */
export interface ParsedDocumentName {
  readonly kind: DocumentKind
  readonly id: string
}

const PATTERN = /^(workshop|group|private|plenary)\/([A-Za-z][A-Za-z0-9_-]{21})$/

/** Build the name of a document from its kind and a valid id. */
export function documentName(kind: DocumentKind, id: string): DocumentName {
  return `${kind}/${id}`
}

/** Parse a name from the wire; null for anything that is not exactly a document name. */
export function parseDocumentName(name: string): ParsedDocumentName | null {
  const match = PATTERN.exec(name)
  return match ? { kind: match[1] as DocumentKind, id: match[2] as string } : null
}
