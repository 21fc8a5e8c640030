import type { Canvas, RichText } from '@tafelrunde/schema/plain'
import { plainTextOf } from '@tafelrunde/schema/plain'
import { ATTRIBUTE_LABELS, type Language } from './labels/attributeLabels.ts'
import { DOSSIER_WORDS } from './labels/dossierWords.ts'
import { fieldsOf, OTHER_FIELD } from './placedItems.ts'
import { followableHref, readableLine, readableRichText } from './readableText.ts'
import type { ResultsContext } from './ResultsContext.ts'
import type { ResultsCanvas, ResultsEntry, ResultsField } from './ResultsModel.ts'

/** A canvas with the fields that have content, in the template's reading order. */
export function toCanvas(
  canvas: Canvas,
  entries: readonly ResultsEntry[],
  { run, language }: ResultsContext,
): ResultsCanvas {
  const fields: ResultsField[] = fieldsOf(canvas).map((field) => ({
    fieldId: field.id,
    label: field.label[language],
    value: headValue(canvas, field.id, language),
    entries: entries.filter((entry) => entry.fieldId === field.id),
  }))
  fields.push({
    fieldId: OTHER_FIELD,
    label: DOSSIER_WORDS[language].otherField,
    value: null,
    entries: entries.filter((entry) => entry.fieldId === OTHER_FIELD),
  })
  const targetGroup = run.targetGroups.find((target) => target.id === canvas.targetGroupId)
  return {
    canvasId: canvas.id,
    templateId: canvas.templateId,
    title: readableLine(canvas.title),
    targetGroup: targetGroup ? readableLine(targetGroup.title) : null,
    fields: fields.filter((field) => field.value !== null || field.entries.length > 0),
  }
}

/** What the head says about the canvas itself; null where it says nothing. The title stands in the heading. */
function headValue(canvas: Canvas, fieldId: string, language: Language): RichText | null {
  if (fieldId === 'kind' && canvas.kind) return asParagraph(ATTRIBUTE_LABELS[language].kind[canvas.kind])
  if (fieldId === 'summary') {
    const summary = readableRichText(canvas.summary)
    return plainTextOf(summary).trim() === '' ? null : summary
  }
  if (fieldId === 'service' && canvas.services.length > 0) {
    return canvas.services.map((service) => {
      const href = followableHref(service.url)
      return { type: 'bullet', runs: [{ text: readableLine(service.text), ...(href ? { href } : {}) }] }
    })
  }
  return null
}

function asParagraph(text: string): RichText {
  return [{ type: 'paragraph', runs: [{ text }] }]
}
