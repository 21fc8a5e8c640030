import { appendFileSync, existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, parentPort } from 'node:worker_threads'
import { faultFile } from './faultFolder.ts'

// Lets one place of the server throw: each hook of the engine's extensions, each callback of a timer, each message
// handler of a worker thread. The file `throwing` names the place; every place that was passed is noted once in
// `places`, every throw in `thrown`.

const THROWING = faultFile('throwing')
const SOURCE = join(import.meta.dirname, '../../../../apps/server/src')
const seen = new Set<string>()

/** Called where a place could throw. @throws Error when it is this place's turn */
function pass(place: string): void {
  if (!seen.has(place)) {
    seen.add(place)
    appendFileSync(faultFile('places'), `${place}\n`)
  }
  if (!existsSync(THROWING) || readFileSync(THROWING, 'utf8') !== place) return
  appendFileSync(faultFile('thrown'), `${place}\n`)
  throw new Error(`thrown on purpose in ${place}`)
}

/** The server's own line that called, as file and nothing else; null for a dependency's. */
function callerInServer(): string | null {
  const lines = new Error('where from').stack?.split('\n').slice(3) ?? []
  const caller = lines.find((line) => !line.includes('.preload.ts'))
  const [, path] = /(file:\/\/[^):]+)/.exec(caller ?? '') ?? []
  if (path === undefined) return null
  const file = fileURLToPath(path)
  return file.startsWith(SOURCE) ? relative(SOURCE, file) : null
}

type Callback = (...args: unknown[]) => unknown
type Timer = (callback: Callback, ...rest: unknown[]) => unknown

function passing(place: string, callback: Callback): Callback {
  return function (this: unknown, ...args: unknown[]): unknown {
    pass(place)
    return Reflect.apply(callback, this, args)
  }
}

for (const name of ['setTimeout', 'setInterval', 'setImmediate'] as const) {
  const real = globalThis[name] as unknown as Timer
  const patched = (callback: Callback, ...rest: unknown[]): unknown => {
    const file = callerInServer()
    return real(file === null ? callback : passing(`${name} in ${file}`, callback), ...rest)
  }
  Object.assign(patched, real)
  Object.assign(globalThis, { [name]: patched })
}

if (!isMainThread && parentPort) {
  const port = parentPort
  const on = port.on.bind(port) as (event: string, listener: Callback) => unknown
  const patched = (event: string, listener: Callback): unknown => {
    const file = event === 'message' ? callerInServer() : null
    return on(event, file === null ? listener : passing(`worker ${file}`, listener))
  }
  Object.assign(port, { on: patched })
}

if (isMainThread) {
  for (const file of globSync('**/*Extension.ts', { cwd: SOURCE })) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(SOURCE, file)).href)
    for (const [name, exported] of Object.entries(module)) {
      if (typeof exported !== 'function' || typeof exported.prototype !== 'object') continue
      for (const hook of Object.getOwnPropertyNames(exported.prototype)) {
        const method: unknown = exported.prototype[hook]
        if (hook === 'constructor' || typeof method !== 'function') continue
        exported.prototype[hook] = passing(`${name}.${hook}`, method as Callback)
      }
    }
  }
}
