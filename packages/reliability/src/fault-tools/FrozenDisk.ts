import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StallingDisk } from './StallingDisk.ts'

/**
 * The real thing: a file system of its own that is frozen, so that every write to it waits in the kernel.
 *
 * A write of our own, begun with each freeze, shows that it waits and for how long.
 */
export class FrozenDisk implements StallingDisk {
  readonly folder: string
  readonly #image: string
  #waiting = 0
  readonly #stallsMs: number[] = []

  private constructor(folder: string, image: string) {
    this.folder = folder
    this.#image = image
  }

  /** Null where this process may not mount, or the tools are not there. */
  static make(megabytes: number): FrozenDisk | null {
    const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-frozen-disk-'))
    const image = `${folder}.ext4`
    writeFileSync(image, '')
    truncateSync(image, megabytes * 1024 * 1024)
    const isMade =
      spawnSync('mkfs.ext4', ['-q', image]).status === 0 &&
      spawnSync('mount', ['-o', 'loop', image, folder]).status === 0
    const disk = new FrozenDisk(folder, image)
    if (isMade && spawnSync('fsfreeze', ['-f', folder]).status === 0) {
      spawnSync('fsfreeze', ['-u', folder])
      return disk
    }
    disk.remove()
    return null
  }

  get isStalling(): boolean {
    return this.#waiting > 0
  }

  get stallsMs(): readonly number[] {
    return this.#stallsMs
  }

  stall(): void {
    spawnSync('fsfreeze', ['-f', this.folder])
    const startedAt = performance.now()
    this.#waiting += 1
    spawn('sh', ['-c', 'echo x > "$0/probe"', this.folder]).once('exit', () => {
      this.#waiting -= 1
      this.#stallsMs.push(Math.round(performance.now() - startedAt))
    })
  }

  release(): void {
    spawnSync('fsfreeze', ['-u', this.folder])
  }

  remove(): void {
    this.release()
    spawnSync('umount', [this.folder])
    rmSync(this.folder, { recursive: true, force: true })
    rmSync(this.#image, { force: true })
  }
}
