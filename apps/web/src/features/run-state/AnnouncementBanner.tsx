import type { GroupId, RunState } from '@tafelrunde/schema'
import { Megaphone, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import './AnnouncementBanner.css'

/** The newest message of the moderators to this group, until it is closed. */
export function AnnouncementBanner({ run, groupId }: { run: RunState; groupId: GroupId }) {
  const t = useText().board
  const [closed, setClosed] = useState<string | null>(null)
  const { announcement } = run
  const isForUs = announcement && (announcement.groupIds === null || announcement.groupIds.includes(groupId))
  const isShown = isForUs && announcement.id !== closed && announcement.text !== ''
  return (
    <output className="announcement-region">
      {isShown && (
        <div className="announcement">
          <Icon of={Megaphone} />
          <p>
            <b>{t.announcementFrom}: </b>
            {announcement.text}
          </p>
          <IconButton
            size="s"
            label={t.announcementClose}
            icon={<Icon of={X} size={16} />}
            onClick={() => setClosed(announcement.id)}
          />
        </div>
      )}
    </output>
  )
}
