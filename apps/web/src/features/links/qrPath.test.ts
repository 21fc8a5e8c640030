import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from './qrPath.ts'

it('draws exactly the dark modules of the code', () => {
  const link = 'https://tafel.example.org/join#Zm9vYmFyYmF6cXV4cXV1eA'
  const { size, path } = qrPath(link)
  const drawn = new Set<string>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let offset = 0; offset < Number(width); offset += 1) drawn.add(`${Number(x) + offset}/${y}`)
  }
  const dark = encode(link, { ecc: 'M', border: 0 }).data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`${x}/${y}`] : [])),
  )
  expect(size).toBeGreaterThanOrEqual(21)
  expect(drawn).toEqual(new Set(dark))
})
