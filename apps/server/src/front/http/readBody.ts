import type { IncomingMessage } from 'node:http'
import { AppError } from '@tafelrunde/protocol'

/** Whoever sends a body byte by byte is let go. */
const BODY_MS = 30_000

/** How a body is read. */
export interface BodyLimits {
  readonly maxBytes: number
  /** Nobody waits for the body any more. */
  readonly signal: AbortSignal
  /** Called with the size of each piece. */
  readonly onBytes: (bytes: number) => void
}

/**
 * The whole body of a request, or null when it is not wanted any more or its sender has gone.
 *
 * @throws AppError `request.tooLarge` | `request.malformed` when it takes too long
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Uint8Array | null> {
  const { maxBytes, signal, onBytes } = limits
  const chunks: Uint8Array[] = []
  let bytes = 0
  return new Promise<Uint8Array | null>((resolve, reject) => {
    const timer = setTimeout(() => fail(new AppError('request.malformed', 'the body took too long')), BODY_MS)
    const stop = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abandon)
      request.off('data', take)
    }
    const end = (body: Uint8Array | null): void => {
      stop()
      resolve(body)
    }
    const abandon = (): void => {
      end(null)
      request.destroy()
    }
    const fail = (error: AppError): void => {
      stop()
      reject(error)
    }
    const take = (chunk: Uint8Array): void => {
      bytes += chunk.length
      if (bytes > maxBytes) return fail(new AppError('request.tooLarge', 'the body is too large'))
      chunks.push(chunk)
      onBytes(chunk.length)
    }
    if (signal.aborted) return abandon()
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      return fail(new AppError('request.tooLarge', 'the body is too large'))
    }
    signal.addEventListener('abort', abandon)
    request.on('data', take)
    request.once('end', () => end(Buffer.concat(chunks)))
    request.once('error', () => end(null))
    request.once('close', () => end(null))
  })
}
