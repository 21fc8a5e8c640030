import type { Item } from '@tafelrunde/schema'
import type { ReactNode } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'

const ALONE: readonly Item[] = []

/** A note with the notes that lie under it. */
export function NoteCluster({ item, children }: { item: Item; children: (item: Item) => ReactNode }) {
  const t = useText().board
  const desk = useDesk()
  const members = useBoardValue(desk.board, (snapshot) => indexOf(snapshot).clusters.membersOf.get(item.id) ?? ALONE)
  if (members.length === 0) return children(item)
  const label = t.clusterCount({ count: members.length })
  return (
    <>
      {children(item)}
      <p className="cluster-count" aria-hidden>
        {label}
      </p>
      <ul className="cluster-members" aria-label={label}>
        {members.map((member) => (
          <li key={member.id}>{children(member)}</li>
        ))}
      </ul>
    </>
  )
}
