import { stepOf, type GroupId, type RunState } from '@tafelrunde/schema'
import { homeOf, placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { currentLanguage, loadTexts } from '../../i18n/language.ts'
import { navigate } from '../../ui/navigation.ts'
import { showToast } from '../../ui/Toast.tsx'

/** Go with the seat into its new group, or say what else is new about it. */
export async function tellSeatNews(
  seat: StoredSeat,
  { former, run }: { former: StoredSeat; run: RunState | null },
): Promise<void> {
  await loadTexts('groups')
  const { messages } = currentLanguage()
  const t = messages.groups
  if (former.groupId === seat.groupId) return void showToast({ text: seat.isMuted ? t.muted : t.unmuted })
  const group = run?.groups.find(({ id }) => id === seat.groupId)
  const text = group ? t.moved(group) : t.noGroupNow
  if (former.groupId !== null && seat.groupId !== null && isAtWorkWithAll(run)) {
    const place = placeUrl(seat, { board: seat.groupId })
    return void showToast({ text, action: { label: t.toGroup, run: () => navigate(place) } })
  }
  navigate(homeOf(seat))
  showToast({ text })
}

/** On the common board while everybody works there: nobody is torn away in the middle of a sentence. */
function isAtWorkWithAll(run: RunState | null): boolean {
  const common = run?.groups.find(({ kind }) => kind === 'common')
  if (!run || !common || !location.pathname.endsWith(`/g/${common.id}`)) return false
  return stepOf(run, common.id as GroupId)?.where === 'common'
}
