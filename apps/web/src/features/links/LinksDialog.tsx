import type { LinkRecord } from '@tafelrunde/protocol'
import type { Group, WorkshopInfo } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LinkRow } from './LinkRow.tsx'
import { lostLinks } from './lostLinks.ts'
import { LostLinkRow } from './LostLinkRow.tsx'
import { useInvitation } from './useInvitation.ts'

export interface LinksDialogProps {
  isOpen: boolean
  onClose: () => void
  workshop: WorkshopInfo
  groups: readonly Group[]
  /** Valid and revoked links, as the server keeps them. */
  links: readonly LinkRecord[]
  /** Addresses that this device knows, by link id. */
  urls: ReadonlyMap<string, string>
  /** A new link for the same role and group; with `isReplacing` the old one dies. */
  onIssue: (link: LinkRecord, isReplacing: boolean) => void
  onRevoke: (link: LinkRecord) => void
}

type Question = { readonly about: LinkRecord; readonly to: 'reissue' | 'revoke' }

/** All links of a workshop by whom they are for. */
export function LinksDialog({ isOpen, onClose, workshop, groups, links, urls, onIssue, onRevoke }: LinksDialogProps) {
  const t = useText()
  const invitation = useInvitation(workshop)
  const [question, setQuestion] = useState<Question | null>(null)
  const valid = links.filter((link) => link.revokedAt === null)
  const ofGroup = new Map(groups.map((group) => [group.id as string, group]))

  const groupOf = ({ groupId }: LinkRecord) => (groupId === null ? undefined : ofGroup.get(groupId))
  const titleOf = (link: LinkRecord): string => {
    const group = groupOf(link)
    return link.role === 'participant' && group ? t.links.forGroup({ name: group.name }) : t.links.kinds[link.role]
  }
  const row = (link: LinkRecord, isFirst = false) => {
    const group = groupOf(link)
    const url = urls.get(link.id) ?? null
    const title = titleOf(link)
    const isInvitation = link.role === 'participant'
    return (
      <LinkRow
        key={link.id}
        title={title}
        hint={
          group
            ? link.role === 'scribe'
              ? t.links.forGroup({ name: group.name })
              : group.topic
            : t.links.hints[link.role]
        }
        mark={group && <Chip letter={group.letter} colour={group.colour} />}
        url={url}
        seats={link.seats}
        isOpen={isFirst && url !== null}
        {...(isInvitation && url ? { invitation: invitation(url, group ?? null) } : {})}
        actions={{
          onAnother: () => onIssue(link, false),
          onReissue: () => setQuestion({ about: link, to: 'reissue' }),
          onRevoke: () => setQuestion({ about: link, to: 'revoke' }),
        }}
      />
    )
  }
  const people = valid.filter((link) => link.role === 'participant' && link.groupId === null)
  const order = new Map(groups.map((group, index) => [group.id as string, index]))
  const inGroups = valid
    .filter((link) => link.groupId !== null)
    .toSorted(
      (a, b) => (order.get(a.groupId ?? '') ?? 0) - (order.get(b.groupId ?? '') ?? 0) || a.role.localeCompare(b.role),
    )
  const team = valid.filter((link) => link.groupId === null && link.role !== 'participant')
  /** Only the owner deals in owner links. */
  const lost = lostLinks(links).filter(({ role }) => role !== 'owner')
  const lostRows = (isHere: (link: LinkRecord) => boolean) =>
    lost.filter(isHere).map((link) => {
      const group = groupOf(link)
      return (
        <LostLinkRow
          key={link.id}
          title={group && link.role !== 'participant' ? `${titleOf(link)}: ${group.name}` : titleOf(link)}
          onIssue={() => onIssue(link, false)}
        />
      )
    })

  return (
    <>
      <Dialog title={t.links.title} isOpen={isOpen} onClose={onClose} size="l">
        <p className="small soft">{t.links.explain}</p>
        <section className="link-section" aria-labelledby="links-people">
          <h3 id="links-people">{t.links.sections.people}</h3>
          <ul className="link-list">
            {people.map((link, index) => row(link, index === 0))}
            {lostRows(({ role, groupId }) => role === 'participant' && groupId === null)}
          </ul>
        </section>
        <section className="link-section" aria-labelledby="links-team">
          <h3 id="links-team">{t.links.sections.team}</h3>
          <ul className="link-list">
            {team.map((link) => row(link))}
            {lostRows(({ role, groupId }) => role !== 'participant' && groupId === null)}
          </ul>
        </section>
        <section className="link-section" aria-labelledby="links-groups">
          <h3 id="links-groups">{t.links.sections.groups}</h3>
          <ul className="link-list">
            {inGroups.map((link) => row(link))}
            {lostRows(({ groupId }) => groupId !== null)}
          </ul>
        </section>
      </Dialog>
      <Dialog
        title={question?.to === 'revoke' ? t.links.askRevoke : t.links.askReissue}
        isOpen={question !== null}
        onClose={() => setQuestion(null)}
        size="s"
        isAlert
        footer={
          <>
            <Button onClick={() => setQuestion(null)}>{t.links.cancel}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (question?.to === 'revoke') onRevoke(question.about)
                else if (question) onIssue(question.about, true)
                setQuestion(null)
              }}
            >
              {question?.to === 'revoke' ? t.links.revoke : t.links.reissue}
            </Button>
          </>
        }
      >
        <p>{question?.to === 'revoke' ? t.links.revokeExplain : t.links.reissueExplain}</p>
      </Dialog>
    </>
  )
}
