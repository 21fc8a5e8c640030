import { plainTextOf, type BoardSnapshot, type Item, type Recommendation } from '@tafelrunde/schema/plain'

/** A text on this device that the server's board does not have. */
export interface RefusedText {
  /** The item or recommendation it belongs to, if it has one. */
  readonly itemId: string | null
  readonly fieldId: string | null
  readonly canvasId: string | null
  readonly text: string
}

/**
 * Texts of the local board that the server's board lacks.
 *
 * A text counts as there if its characters stand in the server's text in the same order: then nothing of it is lost,
 * even if others have typed more since. Deletions and moves hold no text and are not told.
 */
export function refusedTexts(local: BoardSnapshot, server: BoardSnapshot): readonly RefusedText[] {
  const serverItems = new Map(server.items.map((item) => [item.id as string, item]))
  const serverRecommendations = new Map(server.recommendations.map((entry) => [entry.id as string, entry]))
  const serverCanvases = new Map(server.canvases.map((canvas) => [canvas.id as string, canvas]))
  const texts: RefusedText[] = []

  for (const item of local.items) {
    const known = serverItems.get(item.id)
    if (item.state === 'deleted' && !known) continue
    if (!isContained(item.plainText, known?.plainText ?? '')) texts.push(ofItem(item))
  }
  for (const entry of local.recommendations) {
    const known = serverRecommendations.get(entry.id)
    if (entry.state === 'deleted' && !known) continue
    const lost = recommendationTexts(entry).filter(
      (text, index) => !isContained(text, known ? (recommendationTexts(known)[index] ?? '') : ''),
    )
    if (lost.length === 0) continue
    const text = (known ? lost : recommendationTexts(entry)).filter((part) => part.trim() !== '').join('\n')
    texts.push({ itemId: entry.id, fieldId: 'recommendations', canvasId: null, text })
  }
  for (const canvas of local.canvases) {
    const known = serverCanvases.get(canvas.id)
    if (canvas.state === 'deleted' && !known) continue
    const at = { itemId: null, canvasId: canvas.id }
    const knownServices = known?.services.map((service) => service.text).join('\n') ?? ''
    const services = canvas.services.filter((service) => !isContained(service.text, knownServices))
    if (!isContained(canvas.title, known?.title ?? '')) texts.push({ ...at, fieldId: 'title', text: canvas.title })
    if (!isContained(plainTextOf(canvas.summary), known ? plainTextOf(known.summary) : '')) {
      texts.push({ ...at, fieldId: 'summary', text: plainTextOf(canvas.summary) })
    }
    for (const service of services) texts.push({ ...at, fieldId: 'service', text: service.text })
  }
  const labels = new Map(server.sketch.map((element) => [element.id as string, labelOf(element)]))
  for (const element of local.sketch) {
    const label = labelOf(element)
    if (!isContained(label, labels.get(element.id) ?? '')) {
      texts.push({ itemId: null, fieldId: 'free', canvasId: null, text: label })
    }
  }
  return texts
}

/** Whether every character of `text`, blanks aside, stands in `other` in the same order. */
export function isContained(text: string, other: string): boolean {
  let at = 0
  for (const character of text) {
    if (/\s/.test(character)) continue
    at = other.indexOf(character, at)
    if (at < 0) return false
    at += character.length
  }
  return true
}

function ofItem(item: Item): RefusedText {
  return { itemId: item.id, fieldId: item.fieldId, canvasId: item.canvasId, text: item.plainText }
}

function recommendationTexts(entry: Recommendation): readonly string[] {
  const { title, description, rationale, lead, partners, firstStep, resources, dependencies, risks, indicator } = entry
  return [
    title,
    plainTextOf(description),
    plainTextOf(rationale),
    lead,
    partners,
    firstStep,
    resources,
    dependencies,
    risks,
    indicator,
    entry.examples.join('\n'),
  ]
}

function labelOf(element: BoardSnapshot['sketch'][number]): string {
  return element.type === 'arrow' ? element.label : ''
}
