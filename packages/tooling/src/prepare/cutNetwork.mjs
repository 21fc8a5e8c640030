import { spawnSync } from 'node:child_process'

const LOOPBACK_UP = 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"'

/**
 * @typedef {object} Wrapper
 * @property {string} command
 * @property {readonly string[]} args to stand before the wrapped command and its arguments
 */

/**
 * How to run a command in a network namespace that has loopback and nothing else, so that a request to a foreign host
 * fails here as it would in a closed network; null where the machine does not allow it.
 *
 * @returns {Wrapper | null}
 */
export function cutNetwork() {
  if (process.platform !== 'linux') return null
  for (const flags of [['--net'], ['--net', '--map-root-user']]) {
    const args = [...flags, '--', 'sh', '-c', LOOPBACK_UP, 'sh']
    const probe = spawnSync('unshare', [...args, process.execPath, '-e', PROBE], { timeout: 20_000 })
    if (probe.status === 0) return { command: 'unshare', args }
  }
  return null
}

/** Exits 0 when a connection over loopback works and no other interface has an address. */
const PROBE = `
  const net = require('node:net')
  const others = Object.keys(require('node:os').networkInterfaces()).filter((name) => name !== 'lo')
  const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
    net.connect(server.address().port, '127.0.0.1').on('connect', () => process.exit(others.length)).on('error', () => process.exit(99))
  })`
