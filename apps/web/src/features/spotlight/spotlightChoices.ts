import { TEMPLATES, readingOrder, type CanvasId, type FieldTemplate } from '@tafelrunde/schema/plain'

/** A canvas as far as it is offered for the screen. */
export interface ShowableCanvas {
  readonly id: string
  readonly title: string
  readonly templateId: string
  /** Active notes per field id. */
  readonly fields: Readonly<Record<string, number>>
}

/** One part of a board that the screen can show; both null: the whole board. */
export interface SpotlightChoice {
  readonly key: string
  readonly canvas: ShowableCanvas | null
  readonly field: FieldTemplate | null
  readonly count: number
}

/** What can be put on the screen: the board, each canvas, and its fields in which something stands. */
export function spotlightChoices(canvases: readonly ShowableCanvas[]): readonly SpotlightChoice[] {
  const board: SpotlightChoice = { key: 'board', canvas: null, field: null, count: 0 }
  return [
    board,
    ...canvases.flatMap((canvas): SpotlightChoice[] => {
      const template = TEMPLATES[canvas.templateId]
      const fields = (template ? readingOrder(template) : []).flatMap((field) => {
        const count = canvas.fields[field.id] ?? 0
        return count === 0 ? [] : [{ key: `${canvas.id}/${field.id}`, canvas, field, count }]
      })
      return [{ key: canvas.id, canvas, field: null, count: 0 }, ...fields]
    }),
  ]
}

/** The choice as the run command wants it. */
export function spotlightOf(groupId: string, { canvas, field }: SpotlightChoice) {
  return { groupId, canvasId: (canvas?.id ?? null) as CanvasId | null, fieldId: field?.id ?? null }
}
