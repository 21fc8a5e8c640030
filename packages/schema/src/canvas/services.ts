import { readBoard, type Board } from '../Board.ts'
import { newId, type CanvasId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { compareOrder, planInsertion } from '../order.ts'
import { normaliseLine, safeUrl } from '../text.ts'
import { transact } from '../transact.ts'
import type { Writer } from '../Writer.ts'
import { parseService, SERVICE_PREFIX } from './parseCanvas.ts'

/** An online service as it is typed in. */
export interface NewService {
  readonly text: string
  readonly url?: string | null
}

/**
 * Add an online service to a canvas, at the end.
 *
 * @throws LimitExceeded `text.tooLong` | `canvas.tooMany`, before anything is written
 */
export function addService(board: Board, canvasId: CanvasId, service: NewService): Applied<string> | null {
  checkService(service)
  const canvas = readBoard(board).canvases.find((other) => other.id === canvasId)
  assertWithin('canvas.tooMany', (canvas?.services.length ?? 0) + 1, LIMITS.servicesPerCanvas)
  return transact(board, 'addService', (write) => {
    if (!write.entry('canvases', canvasId)) return null
    return writeService(write, canvasId, service)
  })
}

/** Write a service behind those that the canvas has. */
export function writeService(write: Writer, canvasId: CanvasId, service: NewService): string {
  const entry = write.entry('canvases', canvasId)
  const stored = [...(entry?.entries() ?? [])].flatMap(([key, value]) => {
    const known = key.startsWith(SERVICE_PREFIX) ? parseService(value) : null
    return known ? [{ id: key, order: known.order }] : []
  })
  const sorted = stored.toSorted(compareOrder)
  const id = newId<string>()
  const order = planInsertion(sorted, { at: sorted.length, count: 1 }).keys[0] as string
  write.set('canvases', canvasId, SERVICE_PREFIX + id, {
    text: normaliseLine(service.text),
    url: safeUrl(service.url),
    order,
  })
  return id
}

/**
 * Change the text or link of a service. Null when it is gone.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function editService(
  board: Board,
  canvasId: CanvasId,
  serviceId: string,
  patch: Partial<NewService>,
): Applied<true> | null {
  checkService({ text: '', ...patch })
  return transact(board, 'editService', (write) => {
    const key = SERVICE_PREFIX + serviceId
    const stored = parseService(write.entry('canvases', canvasId)?.get(key))
    if (!stored) return null
    const text = patch.text === undefined ? stored.text : normaliseLine(patch.text)
    const url = patch.url === undefined ? stored.url : safeUrl(patch.url)
    write.set('canvases', canvasId, key, { text, url, order: stored.order })
    return true
  })
}

/** Remove a service from a canvas. */
export function removeService(board: Board, canvasId: CanvasId, serviceId: string): Applied<true> | null {
  return transact(board, 'removeService', (write) => {
    write.set('canvases', canvasId, SERVICE_PREFIX + serviceId, null)
    return true
  })
}

/** Throws `LimitExceeded` if a text of the service is too long. */
export function checkService(service: NewService): void {
  assertWithin('text.tooLong', service.text.length, LIMITS.shortTextCharacters)
  assertWithin('text.tooLong', service.url?.length ?? 0, LIMITS.urlCharacters)
}
