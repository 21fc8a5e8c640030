import { describe, expect, it } from 'vitest'
import { medianOf, ratioToH } from './Measurement.ts'
import { printReport } from './printReport.ts'

describe('the report', () => {
  it('takes the median, and nothing from rounds without a figure', () => {
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([Number.NaN, 4])).toBe(4)
    expect(medianOf([])).toBeNull()
  })

  it('gives no ratio without the peer', () => {
    expect(ratioToH({ ours: 3, H: 6 })).toBe(0.5)
    expect(ratioToH({ ours: 3, H: null })).toBeNull()
    expect(ratioToH({ ours: 3 })).toBeNull()
  })

  it('says void where a server has no valid round, and why', () => {
    const text = printReport([
      {
        id: 'Q3',
        measure: 'edit → peer',
        unit: 'ms',
        figures: { ours: null, H: 4.21 },
        goal: '≤ 1.25 × H',
        ratio: null,
        met: false,
        voided: ['ours, round 1: an edit was lost'],
      },
    ])
    expect(text).toContain('void')
    expect(text).toContain('4.2')
    expect(text).toContain('missed')
    expect(text).toContain('void: Q3, ours, round 1: an edit was lost')
  })
})
