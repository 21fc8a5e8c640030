import { readFileSync } from 'node:fs'

/** Memory that a process holds now, in MB (its resident set). @throws Error when it has ended */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (kilobytes === undefined) throw new Error(`no memory figure for process ${pid}`)
  return Number(kilobytes) / 1024
}

/** Looks again and again how much memory a process holds. */
export class MemoryWatch {
  readonly startMb: number
  #peakMb: number
  readonly #timer: NodeJS.Timeout

  constructor(pid: number, everyMs = 20) {
    this.startMb = memoryOf(pid)
    this.#peakMb = this.startMb
    this.#timer = setInterval(() => {
      try {
        this.#peakMb = Math.max(this.#peakMb, memoryOf(pid))
      } catch {
        this.stop() // the process has ended
      }
    }, everyMs)
  }

  /** The most that was seen above the start, MB. */
  get grownMb(): number {
    return this.#peakMb - this.startMb
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
