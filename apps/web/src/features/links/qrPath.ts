import { encode } from 'uqr'

/** A QR code as one SVG path in module units, without its quiet zone. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** Encode a link; medium error correction, so that a code that was printed or beamed badly still reads. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const runs: string[] = []
  for (const [y, row] of data.entries()) {
    let x = 0
    while (x < size) {
      if (!row[x]) {
        x += 1
        continue
      }
      const from = x
      while (x < size && row[x]) x += 1
      runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`)
    }
  }
  return { size, path: runs.join('') }
}
