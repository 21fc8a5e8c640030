import type { LinkRecord } from '@tafelrunde/protocol'

/** The last link of each role and group of which none is left: made anew, it leads where it led. */
export function lostLinks(links: readonly LinkRecord[]): readonly LinkRecord[] {
  const placeOf = ({ role, groupId }: LinkRecord): string => `${role}/${groupId ?? ''}`
  const left = new Set(links.filter(({ revokedAt }) => revokedAt === null).map(placeOf))
  const lost = new Map(links.filter((link) => !left.has(placeOf(link))).map((link) => [placeOf(link), link]))
  return [...lost.values()]
}
