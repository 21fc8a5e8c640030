import type { CreateWorkshopResponse, LinkRecord, Role } from '@tafelrunde/protocol'
import type { GroupId } from '@tafelrunde/schema/plain'

/**
 * Links that this device has seen. The server keeps links hashed and shows each only once, so the device that made them
 * keeps them for QR codes and invitations; any other device issues new ones.
 */
export interface RememberedLinks {
  readonly byId: Readonly<Record<string, string>>
  /** Links from the creation of the workshop, keyed by `linkPlace`: their ids were not told then. */
  readonly byPlace: Readonly<Record<string, string>>
}

const none: RememberedLinks = { byId: {}, byPlace: {} }

/** Key of the first link of a role, or of a role in a group. */
export function linkPlace(role: Role, groupId: GroupId | string | null): string {
  return groupId === null ? role : `${role}/${groupId}`
}

/** The links of a new workshop by their place. */
export function linksToRemember({ links, groups }: CreateWorkshopResponse): Readonly<Record<string, string>> {
  const byPlace: Record<string, string> = { ...links }
  for (const group of groups) {
    byPlace[linkPlace('participant', group.id)] = group.link
    byPlace[linkPlace('scribe', group.id)] = group.scribeLink
  }
  return byPlace
}

/** The URL of every valid link that this device knows, by link id. */
export function knownLinkUrls(
  records: readonly LinkRecord[],
  remembered: RememberedLinks,
): ReadonlyMap<string, string> {
  const firstOfPlace = new Map<string, LinkRecord>()
  for (const record of records) {
    const place = linkPlace(record.role, record.groupId)
    const first = firstOfPlace.get(place)
    if (!first || record.createdAt < first.createdAt) firstOfPlace.set(place, record)
  }
  const urls = new Map<string, string>()
  for (const record of records) {
    if (record.revokedAt !== null) continue
    const place = linkPlace(record.role, record.groupId)
    const fromCreation = firstOfPlace.get(place) === record ? remembered.byPlace[place] : undefined
    const url = record.url ?? remembered.byId[record.id] ?? fromCreation
    if (url) urls.set(record.id, url)
  }
  return urls
}

/** What this device remembers of a workshop's links. Broken or missing storage reads as nothing. */
export function readRememberedLinks(workshopId: string): RememberedLinks {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(workshopId)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return none
    const { byId, byPlace } = stored as Partial<RememberedLinks>
    return { byId: byId ?? {}, byPlace: byPlace ?? {} }
  } catch {
    return none
  }
}

/** Keep links on this device. A full or forbidden storage leaves them only on the page that shows them. */
export function rememberLinks(workshopId: string, links: Partial<RememberedLinks>): RememberedLinks {
  const before = readRememberedLinks(workshopId)
  const next = { byId: { ...before.byId, ...links.byId }, byPlace: { ...before.byPlace, ...links.byPlace } }
  try {
    localStorage.setItem(storageKey(workshopId), JSON.stringify(next))
  } catch {
    return next
  }
  return next
}

function storageKey(workshopId: string): string {
  return `tafelrunde.links.${workshopId}`
}
