import type { CheckMessages } from '../messages.ts'

/** Whole minutes for a person; less than one counts as one. */
const minutes = (ms: number): number => Math.max(1, Math.round(Math.abs(ms) / 60_000))

export const check: CheckMessages['check'] = {
  title: 'Technical check',
  intro: 'We try out what Tafelrunde needs on this device and in this network. It takes a few seconds.',
  running: 'Checking …',
  verdict: {
    good: 'All set. You can take part.',
    limited: 'You can take part. There are a few things to know.',
    bad: 'Taking part will be difficult like this. Here is why.',
  },
  short: { good: 'all set', limited: 'with limits', bad: 'with a problem' },
  state: { good: 'works', limited: 'works with limits', bad: 'does not work', unneeded: 'not needed' },
  topic: {
    server: 'Way to the server',
    websocket: 'Instant connection (WebSocket)',
    stream: 'Fallback: stream over HTTP',
    poll: 'Fallback: asking over HTTP',
    clock: 'Clock',
    storage: 'Memory of the browser',
    database: 'Backup on this device',
    browser: 'Browser',
    screen: 'Screen',
  },
  advice: {
    server: {
      good: ({ ms }) => `The server answers within ${ms} milliseconds. Nobody notices that.`,
      limited: ({ ms }) =>
        `The server takes ${ms} milliseconds to answer. It works but feels slow; another network may help.`,
      bad: 'The server does not answer. Please check Wi-Fi, cable or VPN.',
    },
    websocket: {
      good: 'You see the changes of the others at once.',
      limited:
        'Your network blocks WebSockets. Tafelrunde works all the same, changes arrive about half a second later.',
      bad: 'Your network keeps no connection open. Ask your IT to allow WebSockets to this address, or use another network.',
    },
    stream: {
      good: 'Should the instant connection fail, work goes on this way.',
      limited: 'Something in your network holds answers back. Tafelrunde then asks at short intervals.',
      bad: 'This way is closed, too.',
      unneeded: 'Your network holds answers back. That does no harm as long as the instant connection stands.',
    },
    poll: {
      good: 'The last fallback is open; it works in nearly every network.',
      bad: 'Your network does not even let simple requests through.',
      unneeded: 'This way is closed. You do not need it.',
    },
    clock: {
      good: 'Your clock is right.',
      limited: ({ ms }) =>
        `Your clock is ${minutes(ms)} min ${ms > 0 ? 'slow' : 'fast'}. The times on the board are right all the same.`,
      unknown: 'Without a server there is no telling.',
    },
    storage: {
      good: 'The browser remembers your seat on this device.',
      limited:
        'The browser may not remember anything, perhaps because of a private window. Note down your recovery code after joining.',
    },
    database: {
      good: 'Without a network, what you write stays on this device until the server has it.',
      limited: 'Without a network, what you write stays only while the page is open. Please do not close it then.',
    },
    browser: {
      good: 'Your browser can do everything that is needed.',
      bad: 'Your browser is too old. Please update it; Firefox, Chrome, Edge and Safari work.',
    },
    screen: {
      wide: 'Enough room for the whole board.',
      narrow: 'A small screen: you work in the form view, field by field.',
      limited: 'The screen is very narrow. A tablet or notebook is more comfortable.',
    },
  },
  again: 'Check again',
  copy: 'Copy for the help desk',
  toJoin: 'On to the workshop',
  toPlace: 'To my seat',
  reported: ({ title }) =>
    title
      ? `The result is with the team of “${title}”: what works and what does not, browser and window size. No address.`
      : 'The result is with the team of your workshop: what works and what does not, browser and window size. No address.',
  notReported: 'The result stays on this device.',
  helpDesk: {
    title: ({ address }) => `Technical check of Tafelrunde, ${address}`,
    latency: ({ ms }) => (ms === null ? 'Response time: no answer' : `Response time: ${ms} ms`),
    clock: ({ ms }) => (ms === null ? 'Clock: unknown' : `Clock: server minus device ${Math.round(ms / 1000)} s`),
    screen: ({ width, height }) => `Window: ${width} × ${height}`,
    needs:
      'Tafelrunde needs HTTPS to this address, best with WebSockets (upgrade on /sync); else HTTP answers that are not held back (/sync/http).',
  },
}
