import { History } from 'lucide-react'
import { use } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { usePlenary } from './PlenaryContext.ts'
import { wordDiff } from './wordDiff.ts'
import './ChangedSince.css'

/** Says that a group has changed its words since the plenary decided about them, and shows how. */
export function ChangedSince({ entryKey, before, now }: { entryKey: string; before: string; now: string }) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const { mayDecide, decide } = usePlenary()
  return (
    <Popover
      label={t.changedTitle}
      trigger={
        <button type="button" className="changed-since">
          <Icon of={History} size={14} />
          {t.changedSince}
        </button>
      }
    >
      {(close) => (
        <div className="changed-words">
          <p className="changed-title">{t.changedTitle}</p>
          <p className="changed-text" lang={lang}>
            {wordDiff(before, now).map(({ kind, text }, index) =>
              kind === 'gone' ? (
                <del key={index}>{text}</del>
              ) : kind === 'new' ? (
                <ins key={index}>{text}</ins>
              ) : (
                <span key={index}>{text}</span>
              ),
            )}
          </p>
          {mayDecide && (
            <Button
              size="s"
              onClick={() => {
                close()
                void decide({ type: 'acknowledge', entryKey }, t.acknowledged)
              }}
            >
              {t.acknowledge}
            </Button>
          )}
        </div>
      )}
    </Popover>
  )
}
