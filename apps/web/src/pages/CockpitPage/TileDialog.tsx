import type { RunCommand } from '@tafelrunde/protocol'
import type { GroupId } from '@tafelrunde/schema/plain'
import { NudgeDialog } from '../../features/cockpit/NudgeDialog.tsx'
import type { TileModel } from '../../features/cockpit/tileOf.ts'
import { LazySpotlightDialog } from '../../features/spotlight/LazySpotlightDialog.ts'
import { useText } from '../../i18n/useText.ts'
import { showToast } from '../../ui/Toast.tsx'

/** A dialog about one group. */
export type TileDialogChoice = { readonly nudge: GroupId } | { readonly spotlight: GroupId }

export interface TileDialogProps {
  /** What is open in the cockpit; anything else than a choice of a group shows nothing here. */
  readonly dialog: unknown
  readonly tiles: readonly TileModel[]
  /** The workshop's. */
  readonly language: 'de' | 'en'
  readonly onCommand: (command: RunCommand, whenDone?: () => void) => void
  readonly onClose: () => void
}

/** Nudge a group, or put its board on the screen. */
export function TileDialog({ dialog, tiles, language, onCommand, onClose }: TileDialogProps) {
  const t = useText().cockpit.nudge
  const nudged = tileIn(tiles, dialog, 'nudge')
  if (nudged) {
    const groupId = nudged.group.id
    const isBegun = nudged.emptyFields.length < nudged.fields.length
    return (
      <NudgeDialog
        groupName={nudged.group.name}
        emptyField={isBegun ? (nudged.emptyFields[0]?.label ?? null) : null}
        language={language}
        standing={nudged.nudge}
        onClose={onClose}
        onClear={() => onCommand({ type: 'nudge.clear', groupId })}
        onSend={(text) =>
          onCommand({ type: 'nudge', groupId, text }, () => {
            onClose()
            showToast({ text: t.sent })
          })
        }
      />
    )
  }
  const lit = tileIn(tiles, dialog, 'spotlight')
  if (!lit) return null
  return <LazySpotlightDialog group={lit.group} canvases={lit.canvases} onCommand={onCommand} onClose={onClose} />
}

function tileIn(tiles: readonly TileModel[], dialog: unknown, kind: 'nudge' | 'spotlight'): TileModel | undefined {
  if (typeof dialog !== 'object' || dialog === null || !(kind in dialog)) return undefined
  const groupId = (dialog as Readonly<Record<string, unknown>>)[kind]
  return tiles.find(({ group }) => group.id === groupId)
}
