import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import type { WorkshopInfo } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { LinkRow } from './LinkRow.tsx'
import { useInvitation } from './useInvitation.ts'

export interface CreatedLinksProps {
  created: CreateWorkshopResponse
  workshop: Pick<WorkshopInfo, 'title' | 'startsAt' | 'endsAt' | 'timeZone'>
  /** Letter of the group at a place in the list. */
  letterOf: (place: number) => string
}

/** The links of a workshop that was just made, the invitation first. */
export function CreatedLinks({ created, workshop, letterOf }: CreatedLinksProps) {
  const t = useText()
  const invitation = useInvitation(workshop)
  const { links } = created
  return (
    <>
      <section className="link-section" aria-labelledby="links-people">
        <h2 id="links-people">{t.links.sections.people}</h2>
        <ul className="link-list">
          <LinkRow
            title={t.links.kinds.participant}
            hint={t.links.oneIsEnough}
            url={links.participant}
            invitation={invitation(links.participant, null)}
            isOpen
          />
        </ul>
      </section>
      <section className="link-section" aria-labelledby="links-team">
        <h2 id="links-team">{t.links.sections.team}</h2>
        <ul className="link-list">
          {(['moderator', 'screen', 'observer', 'owner'] as const).map((role) => (
            <LinkRow key={role} title={t.links.kinds[role]} hint={t.links.hints[role]} url={links[role]} />
          ))}
        </ul>
      </section>
      <section className="link-section" aria-labelledby="links-groups">
        <h2 id="links-groups">{t.links.sections.groups}</h2>
        <ul className="link-list">
          {created.groups.map((group, index) => (
            <LinkRow
              key={group.id}
              title={t.links.forGroup({ name: group.name })}
              mark={<Chip letter={letterOf(index)} colour={index} />}
              url={group.link}
              invitation={invitation(group.link, { name: group.name, topic: '' })}
            />
          ))}
        </ul>
      </section>
    </>
  )
}
