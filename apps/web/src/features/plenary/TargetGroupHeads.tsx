import { plainTextOf, templateOf, type PlenaryCanvas, type PlenaryView } from '@tafelrunde/schema/plain'
import { use } from 'react'
import { ContentLanguage } from './ContentLanguage.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import './TargetGroupHeads.css'

/** The heads of the canvases side by side: who is to be reached, how, with which service. */
export function TargetGroupHeads({ view, targetGroupKey }: { view: PlenaryView; targetGroupKey: string | null }) {
  const t = useText()
  const canvases = headedCanvases(view).filter(
    (canvas) => targetGroupKey === null || canvas.targetGroupKey === targetGroupKey,
  )
  if (canvases.length === 0) return null
  return (
    <section className="target-heads" aria-label={t.plenary.targetGroups}>
      <ul>
        {canvases.map((canvas) => (
          <TargetHead key={canvas.key} canvas={canvas} view={view} />
        ))}
      </ul>
    </section>
  )
}

function TargetHead({ canvas, view }: { canvas: PlenaryCanvas; view: PlenaryView }) {
  const t = useText()
  const language = useLanguage()
  const lang = use(ContentLanguage)
  const group = view.groups.find((candidate) => candidate.id === canvas.groupId)
  const kind = kindLabel(canvas, language)
  return (
    <li className="target-head" data-group-id={canvas.groupId}>
      <p className="target-head-title">
        {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
        <b lang={lang}>{canvas.title || group?.name}</b>
      </p>
      {kind && <p className="small soft">{kind}</p>}
      {plainTextOf(canvas.summary) && <p lang={lang}>{plainTextOf(canvas.summary)}</p>}
      {canvas.services.length > 0 && (
        <p className="small soft">
          {t.plenary.services}: {canvas.services.map((service) => service.text).join(', ')}
        </p>
      )}
    </li>
  )
}

/** Canvases that have something in their head. */
export function headedCanvases(view: PlenaryView): readonly PlenaryCanvas[] {
  return view.canvases.filter(
    (canvas) =>
      canvas.templateId === 'target-group' &&
      (canvas.title || canvas.kind || canvas.services.length > 0 || plainTextOf(canvas.summary)),
  )
}

/** Label of a canvas's kind, or null. */
export function kindLabel(canvas: PlenaryCanvas, language: 'de' | 'en'): string | null {
  if (canvas.kind === null) return null
  const field = templateOf(canvas.templateId).fields.find(({ id }) => id === 'kind')
  return field?.choices?.find(({ id }) => id === canvas.kind)?.label[language] ?? null
}
