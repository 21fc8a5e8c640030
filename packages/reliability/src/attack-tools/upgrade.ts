import { request } from 'node:http'

/** An upgrade request and the headers that a browser, or somebody who pretends to be one, would send. */
export interface UpgradeAttempt {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** How an upgrade request ends: `101`, or the status of the refusal. The socket is closed again. */
export function upgrade({ port, path, headers }: UpgradeAttempt): Promise<number> {
  return new Promise((resolve, reject) => {
    const attempt = request({
      port,
      path,
      host: '127.0.0.1',
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.from('reliability-probe').toString('base64').slice(0, 22) + '==',
        ...headers,
      },
    })
    attempt.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(101)
    })
    attempt.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    attempt.on('error', reject)
    attempt.end()
  })
}
