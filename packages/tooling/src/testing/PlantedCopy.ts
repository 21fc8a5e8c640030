import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../../..')
const OWN_SCOPE = '@tafelrunde'

/**
 * A copy of the repository's sources and configuration in which a test plants violations.
 *
 * The installed packages are links to the real ones; the workspace's own packages link into the copy, so that imports
 * between them stay inside it.
 */
export class PlantedCopy {
  readonly root: string
  readonly #planted: string[] = []

  private constructor(root: string) {
    this.root = root
  }

  static async make(): Promise<PlantedCopy> {
    const root = await mkdtemp(join(tmpdir(), 'tafelrunde-planted-'))
    const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
    const files = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64e6 }).split('\0')
    for (const file of files.filter(Boolean)) {
      // A file may be gone from the work tree while git still lists it.
      await cp(join(ROOT, file), join(root, file)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    }
    await linkPackages(root, '.')
    for (const kind of ['apps', 'packages']) {
      for (const part of await readdir(join(ROOT, kind))) await linkPackages(root, join(kind, part))
    }
    await shareBuildCache(root)
    return new PlantedCopy(root)
  }

  /** Adds or replaces a file until `clear`. */
  async plant(path: string, content: string): Promise<void> {
    this.#planted.push(path)
    await mkdir(dirname(join(this.root, path)), { recursive: true })
    await writeFile(join(this.root, path), content)
  }

  /** Takes every planted file out again. Files that were replaced are not brought back. */
  async clear(): Promise<void> {
    for (const path of this.#planted.splice(0)) await rm(join(this.root, path), { force: true })
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }
}

/** Entries of turbo's cache are named by their inputs: what the copy did not change is not checked a second time. */
async function shareBuildCache(root: string): Promise<void> {
  await mkdir(join(ROOT, '.turbo'), { recursive: true })
  await symlink(join(ROOT, '.turbo'), join(root, '.turbo'))
}

async function linkPackages(root: string, part: string): Promise<void> {
  const real = join(ROOT, part, 'node_modules')
  const entries = await readdir(real).catch(() => [])
  const copy = join(root, part, 'node_modules')
  for (const name of entries) {
    if (name.startsWith('.') && name !== '.bin') continue
    await mkdir(copy, { recursive: true })
    if (name !== OWN_SCOPE) await symlink(join(real, name), join(copy, name))
  }
  for (const own of await readdir(join(real, OWN_SCOPE)).catch(() => [])) {
    await mkdir(join(copy, OWN_SCOPE), { recursive: true })
    await symlink(join(root, folderOf(own)), join(copy, OWN_SCOPE, own))
  }
}

function folderOf(packageName: string): string {
  return ['server', 'web'].includes(packageName) ? join('apps', packageName) : join('packages', packageName)
}
