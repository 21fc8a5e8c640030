import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from './prepare/buildWeb.mjs'
import { ROOT, TOOLS_DIR } from './prepare/paths.mjs'
import { prepare, runEntry } from './prepare/prepare.mjs'
import { runForeground } from './prepare/runForeground.mjs'

// `npm start` and `npm run demo`. Plain JavaScript for Node 20 with nothing installed: it fetches what is missing,
// then hands over to the server.

/** @type {readonly string[]} */
const SERVER_ARGUMENTS = JSON.parse(readFileSync(join(ROOT, 'apps/server/node-arguments.json'), 'utf8'))
const READY_POLL_MS = 100
/** From this level of the server's log on, an event is shown among the demo's own lines: errors. */
const SHOWN_LEVEL = 50

await runEntry(async () => {
  const toolchain = await prepare()
  await buildWeb(toolchain)
  return process.argv.includes('--demo') ? runDemo(toolchain) : startServer(toolchain).exitCode
})

/**
 * @param {import('./prepare/toolchain.mjs').Toolchain} toolchain
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 */
function startServer(toolchain, { env = {}, onLine } = {}) {
  return runForeground(toolchain.node, [...SERVER_ARGUMENTS, 'apps/server/src/main.ts'], {
    cwd: ROOT,
    env: { ...toolchain.env, ...env },
    ...(onLine ? { onLine } : {}),
  })
}

/** @param {import('./prepare/toolchain.mjs').Toolchain} toolchain */
async function runDemo(toolchain) {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-demo-'))
  const server = startServer(toolchain, { env: { DATA_DIR: dataDir }, onLine: showToPeople })
  try {
    const baseUrl = `http://localhost:${process.env.PORT ?? 3000}`
    const isUp = await becomesReady(baseUrl, server.child)
    if (!isUp) return await server.exitCode
    const demo = runForeground(
      toolchain.node,
      ['--disable-warning=ExperimentalWarning', 'packages/demo/src/runDemo.ts', baseUrl],
      { cwd: ROOT, env: { ...toolchain.env, BASE_URL: baseUrl } },
    )
    const firstExit = await Promise.race([server.exitCode, demo.exitCode])
    demo.child.kill('SIGTERM')
    // A demo that has written all it wanted leaves the server running, for people to look at the boards.
    if (server.child.exitCode === null && firstExit !== 0) server.child.kill('SIGTERM')
    const [serverExit, demoExit] = await Promise.all([server.exitCode, demo.exitCode])
    return serverExit || (demo.child.signalCode ? 0 : demoExit)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** @param {string} baseUrl @param {import('node:child_process').ChildProcess} server */
async function becomesReady(baseUrl, server) {
  while (server.exitCode === null && server.signalCode === null) {
    const answer = await fetch(`${baseUrl}/readyz`).catch(() => null)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS))
  }
  return false
}

/**
 * The demo's links must not drown in the log: its lines go to a file, all others and errors to the terminal.
 *
 * @param {string} line
 */
function showToPeople(line) {
  const level = /^\{"level":(\d+)/.exec(line)?.[1]
  if (level) appendFileSync(join(TOOLS_DIR, 'logs/demo-server.log'), `${line}\n`)
  if (!level || Number(level) >= SHOWN_LEVEL) process.stdout.write(`${line}\n`)
}
