import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { isMainThread, parentPort } from 'node:worker_threads'
import { faultFile } from './faultFolder.ts'
import { wrapMethod, type Method } from './wrapMethod.ts'

// Names each step of a compaction as it comes, in the compaction's thread and in the writer's, and ends the whole process
// at the one whose number the file `kill-at` gives, as a power cut would.

const KILL_AT = faultFile('kill-at')
const STEPS = faultFile('steps')
let isCheckpointing = false

function step(name: string): void {
  appendFileSync(STEPS, `${name}\n`)
  if (!existsSync(KILL_AT)) return
  const passed = readFileSync(STEPS, 'utf8').split('\n').length - 1
  if (passed === Number(readFileSync(KILL_AT, 'utf8'))) process.kill(process.pid, 'SIGKILL')
}

wrapMethod(StatementSync.prototype, 'run', (run) => {
  return function runOrDie(...args) {
    const sql = (this as StatementSync).sourceSQL.replaceAll(/\s+/g, ' ')
    isCheckpointing ||= /last_edit_at = COALESCE|INTO journal_checkpoint/.test(sql)
    if (isCheckpointing) step(`before ${sql.slice(0, 60)}`)
    return Reflect.apply(run, this, args)
  }
})

wrapMethod(DatabaseSync.prototype, 'exec', (exec) => {
  return function execOrDie(...args) {
    const isCommit = isCheckpointing && args[0] === 'COMMIT'
    if (isCommit) step('before COMMIT')
    const result: unknown = Reflect.apply(exec, this, args)
    if (isCommit) {
      isCheckpointing = false
      step('after COMMIT')
    }
    return result
  }
})

if (!isMainThread && parentPort) {
  const isCompaction = (): boolean => new Error('where from').stack?.includes('compact.worker.ts') ?? false
  wrapMethod(parentPort, 'on', (on) => {
    return function onOrDie(...args) {
      const [event, listener] = args as [string, Method]
      if (event !== 'message' || !isCompaction()) return Reflect.apply(on, this, args)
      const dying: Method = (...messages) => {
        step('the compaction thread is asked')
        return Reflect.apply(listener, undefined, messages)
      }
      return Reflect.apply(on, this, [event, dying])
    }
  })
  wrapMethod(parentPort, 'postMessage', (postMessage) => {
    return function postOrDie(...args) {
      if (isCompaction()) step('the compaction thread answers')
      return Reflect.apply(postMessage, this, args)
    }
  })
}
