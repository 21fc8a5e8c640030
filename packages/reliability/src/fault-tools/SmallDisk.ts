import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BLOCK_BYTES = 64 * 1024
/** A limit that every database file and its journal are beyond from their first page on. */
const FILE_LIMIT_BYTES = 512

/** How a disk is made full here: a file system of its own, or a limit on the size of the process's files. */
export type FullBy = 'tmpfs' | 'file size limit'

/**
 * A data folder whose disk can be filled and freed.
 *
 * It is a small tmpfs where this process may mount one. Elsewhere the server's process gets a limit on the size of its
 * files: each write that would make a file longer fails then, as on a full disk.
 */
export class SmallDisk {
  readonly folder: string
  readonly fullBy: FullBy
  readonly #filler: string

  private constructor(folder: string, fullBy: FullBy) {
    this.folder = folder
    this.fullBy = fullBy
    this.#filler = join(folder, 'filler')
  }

  /** A disk of its own where that is allowed, unless a limit is asked for. */
  static make(megabytes: number, wanted: FullBy = 'tmpfs'): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-small-disk-'))
    const isMounted =
      wanted === 'tmpfs' &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tafelrunde', folder]).status === 0
    return new SmallDisk(folder, isMounted ? 'tmpfs' : 'file size limit')
  }

  /** Leave no room; `pid` is the server's. */
  fill(pid: number): void {
    if (this.fullBy === 'tmpfs') this.#writeFiller()
    else limitFiles(pid, `${FILE_LIMIT_BYTES}:`)
  }

  /** Give the room back. */
  free(pid: number): void {
    if (this.fullBy === 'tmpfs') rmSync(this.#filler, { force: true })
    else if (existsSync(`/proc/${pid}`)) limitFiles(pid, 'unlimited:')
  }

  /** How much can still be written, bytes; for a limited process what is known of it. */
  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize
  }

  remove(): void {
    if (this.fullBy === 'tmpfs') spawnSync('umount', [this.folder])
    rmSync(this.folder, { recursive: true, force: true })
  }

  #writeFiller(): void {
    writeFileSync(this.#filler, '')
    for (let size = BLOCK_BYTES; size >= 1; size = size > 512 ? size / 2 : 0) {
      const block = new Uint8Array(size)
      try {
        for (;;) appendFileSync(this.#filler, block)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  }
}

function limitFiles(pid: number, limit: string): void {
  const { status, stderr } = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${limit}`], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the files of process ${pid} cannot be limited: ${stderr}`)
}
