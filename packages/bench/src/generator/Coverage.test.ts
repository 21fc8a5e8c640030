import { describe, expect, it } from 'vitest'
import { Coverage } from './Coverage.ts'
import { prepareEdits } from './prepareEdits.ts'

describe('Coverage', () => {
  it('holds edits in order as they arrive', () => {
    const { clientId, edits } = prepareEdits(5, 0)
    const coverage = new Coverage()
    for (const { update, clockAfter } of edits) {
      coverage.add(update)
      expect(coverage.next(clientId)).toBe(clockAfter)
    }
  })

  it('holds an edit that overtook another only when that one is there', () => {
    const { clientId, edits } = prepareEdits(3, 0)
    const [first, second, third] = edits
    const coverage = new Coverage()
    for (const edit of [first, third]) if (edit) coverage.add(edit.update)
    expect(coverage.next(clientId)).toBe(first?.clockAfter)
    if (second) coverage.add(second.update)
    expect(coverage.next(clientId)).toBe(third?.clockAfter)
  })
})
