import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** How a tool ended, with all that it printed. */
export interface ToolRun {
  readonly exitCode: number
  readonly stdout: string
  readonly output: string
}

/**
 * Runs the executable of an installed package with our own Node, without a shell and without colours.
 *
 * @throws when the package or its executable is not installed
 */
export async function runTool(root: string, packageName: string, args: readonly string[]): Promise<ToolRun> {
  const script = executableOf(root, packageName)
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        CI: undefined,
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ exitCode: code ?? 1, stdout, output: output.trim() }))
  })
}

function executableOf(root: string, packageName: string): string {
  const folder = join(root, 'node_modules', packageName)
  const manifest: unknown = createRequire(import.meta.url)(join(folder, 'package.json'))
  const bin = typeof manifest === 'object' && manifest !== null && 'bin' in manifest ? manifest.bin : undefined
  if (typeof bin === 'string') return join(folder, bin)
  const named = typeof bin === 'object' && bin !== null ? new Map(Object.entries(bin)) : new Map<string, unknown>()
  const path: unknown = named.get(packageName) ?? [...named.values()][0]
  if (typeof path !== 'string') throw new Error(`${packageName} in ${dirname(folder)} has no executable`)
  return join(folder, path)
}
