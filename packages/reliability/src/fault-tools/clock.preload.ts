import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { faultFile } from './faultFolder.ts'

// The wall clock of this thread runs as far off as the file `clock-offset-ms` says. Timers and `performance` do not:
// a clock that is set does not change them either.

const OFFSET = faultFile('clock-offset-ms')
const RealDate = Date
let offsetMs = 0

const look = (): void => {
  const wanted = existsSync(OFFSET) ? Number(readFileSync(OFFSET, 'utf8')) || 0 : 0
  if (wanted === offsetMs) return
  offsetMs = wanted
  if (isMainThread) appendFileSync(faultFile('clock-shown-ms'), `${Date.now()}\n`)
}
class SetDate extends RealDate {
  constructor(...args: [] | [number | string | Date]) {
    if (args.length === 0) super(RealDate.now() + offsetMs)
    else super(...(args as [number]))
  }

  static override now(): number {
    return RealDate.now() + offsetMs
  }
}
globalThis.Date = SetDate as unknown as DateConstructor

look()
setInterval(look, 20).unref()
