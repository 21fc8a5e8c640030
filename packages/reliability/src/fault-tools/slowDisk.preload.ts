import { appendFileSync, existsSync } from 'node:fs'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { faultFile } from './faultFolder.ts'
import { wrapMethod } from './wrapMethod.ts'

// While the file `disk-stalled` exists, a commit waits before it reaches the disk, in whatever thread it is made.

const STALLED = faultFile('disk-stalled')
const LOOK_EVERY_MS = 5
const pause = new Int32Array(new SharedArrayBuffer(4))
const databases = new WeakMap<StatementSync, DatabaseSync>()

function waitForDisk(): void {
  if (!existsSync(STALLED)) return
  const startedAt = performance.now()
  appendFileSync(faultFile('disk-stalls-begun'), '1\n')
  while (existsSync(STALLED)) Atomics.wait(pause, 0, 0, LOOK_EVERY_MS)
  appendFileSync(faultFile('disk-stalls-ended'), `${Math.round(performance.now() - startedAt)}\n`)
}

wrapMethod(DatabaseSync.prototype, 'exec', (exec) => {
  return function execOnSlowDisk(...args) {
    if (/^\s*COMMIT\b/i.test(String(args[0]))) waitForDisk()
    return Reflect.apply(exec, this, args)
  }
})

wrapMethod(DatabaseSync.prototype, 'prepare', (prepare) => {
  return function prepareOnSlowDisk(...args) {
    const statement = Reflect.apply(prepare, this, args) as StatementSync
    databases.set(statement, this as DatabaseSync)
    return statement
  }
})

wrapMethod(StatementSync.prototype, 'run', (run) => {
  return function runOnSlowDisk(...args) {
    const statement = this as StatementSync
    const isAlone = databases.get(statement)?.isTransaction === false
    const sql = statement.sourceSQL
    if (/^\s*COMMIT\b/i.test(sql) || (isAlone && !/^\s*(SELECT|PRAGMA|BEGIN)\b/i.test(sql))) waitForDisk()
    return Reflect.apply(run, this, args)
  }
})
