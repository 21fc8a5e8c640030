import { describe, expect, it } from 'vitest'
import { cutNetwork } from './prepare/cutNetwork.mjs'
import { tallyReport } from './suites.mjs'

describe('tallyReport', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }

  it('adds skipped and planned tests', () => {
    expect(tallyReport(report)).toEqual({ passed: 3, failed: 1, skipped: 3 })
  })

  it('counts a file that broke before its first test as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ]
    expect(tallyReport({ ...report, testResults }).failed).toBe(2)
  })
})

describe('cutNetwork', () => {
  it('wraps a command for unshare, or says that it cannot', () => {
    const wrapper = cutNetwork()
    if (wrapper) expect(wrapper).toMatchObject({ command: 'unshare', args: expect.arrayContaining(['--net']) })
    else expect(wrapper).toBeNull()
  })
})
