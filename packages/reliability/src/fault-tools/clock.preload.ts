import { existsSync, readFileSync } from 'node:fs'
import { faultFile } from './faultFolder.ts'

// The wall clock of this thread runs as far off as the file `clock-offset-ms` says. Timers and `performance` do not:
// a clock that is set does not change them either.

const OFFSET = faultFile('clock-offset-ms')
const RealDate = Date
let offsetMs = 0

const look = (): void => {
  offsetMs = existsSync(OFFSET) ? Number(readFileSync(OFFSET, 'utf8')) || 0 : 0
}
look()
setInterval(look, 20).unref()

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
