import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Faults that can be built into a server's process: each is `<name>.preload.ts` beside this file. */
export type FaultName = 'slowDisk' | 'clock' | 'throws' | 'loopStalls' | 'killSteps'

/**
 * Faults inside a server's process, switched from outside through files in a folder that both know.
 *
 * The preloads are loaded before the server's first module and in each of its worker threads; until a fault is
 * switched on they change nothing.
 */
export class FaultControl {
  readonly folder: string
  readonly #faults: readonly FaultName[]

  constructor(faults: readonly FaultName[]) {
    this.folder = mkdtempSync(join(tmpdir(), 'tafelrunde-faults-'))
    this.#faults = faults
  }

  /** For the command line of the server. */
  get args(): readonly string[] {
    return this.#faults.flatMap((name) => [
      '--import',
      pathToFileURL(join(import.meta.dirname, `${name}.preload.ts`)).href,
    ])
  }

  /** For the environment of the server. */
  get env(): Readonly<Record<string, string>> {
    return { FAULT_FOLDER: this.folder }
  }

  set(file: string, content: string): void {
    writeFileSync(join(this.folder, file), content)
  }

  unset(file: string): void {
    rmSync(join(this.folder, file), { force: true })
  }

  /** Lines that the server's side has written to a file. */
  lines(file: string): readonly string[] {
    const path = join(this.folder, file)
    if (!existsSync(path)) return []
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
