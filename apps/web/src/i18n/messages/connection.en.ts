export const connection = {
  saved: 'Saved',
  sent: 'Saving …',
  sentLate: ({ seconds }: { seconds: number }) => `Sent, not confirmed for ${seconds} s`,
  device: 'On this device',
  deviceSince: ({ time, waiting }: { time: string; waiting: number }) =>
    waiting === 0
      ? `Offline since ${time}`
      : waiting === 1
        ? `Offline since ${time}, 1 change waiting`
        : `Offline since ${time}, ${waiting} changes waiting`,
  explainSaved: 'What is on the board is saved on the server.',
  explainSent: 'Your changes are on their way; the server does not have them on its disk yet.',
  explainDevice: 'Your changes are on this device. They go out by themselves as soon as there is a connection.',
  explainLate:
    'The server is taking its time. Just go on writing: everything is on this device too until the server has confirmed it.',
  explainHttp:
    'Your network lets no WebSockets through, so the board has switched to ordinary web requests by itself. Saving is just as safe; you may see the others’ cursors and changes a moment later.',
  check: 'Check the connection',
  details: 'Connection and tray',
  offlineTitle: 'No connection',
  offlineText: ({ time, waiting }: { time: string; waiting: number }) =>
    `We cannot reach the server since ${time}. Just go on writing: ${
      waiting === 0
        ? 'everything stays on this device and goes out as soon as possible.'
        : waiting === 1
          ? '1 change is waiting on this device and goes out as soon as possible.'
          : `${waiting} changes are waiting on this device and go out as soon as possible.`
    }`,
  troubleText: ({ reason, waiting }: { reason: string; waiting: number }) =>
    `${reason} Just go on writing${
      waiting === 0
        ? '.'
        : waiting === 1
          ? ': 1 change is waiting and goes out as soon as possible.'
          : `: ${waiting} changes are waiting and go out as soon as possible.`
    }`,
  offlineReadOnly: ({ time }: { time: string }) => `We cannot reach the server since ${time}. You see the last state.`,
  readOnly: {
    ending: 'Writing is about to end. Everything typed is still being saved.',
  },
  keptForReload: ({ waiting }: { waiting: number }) =>
    waiting === 1
      ? '1 change is on this device; it goes out by itself after reloading.'
      : `${waiting} changes are on this device; they go out by themselves after reloading.`,
  tray: 'Tray',
  trayCount: ({ count }: { count: number }) => (count === 1 ? '1 text in the tray' : `${count} texts in the tray`),
  trayText: 'The board has not taken these texts. Nothing of them is lost.',
  trayEmpty: 'The tray is empty. Text that the board does not take would be here.',
  trayArrived: ({ count }: { count: number }) =>
    count === 1 ? 'One text is now in your tray.' : `${count} texts are now in your tray.`,
  putBack: 'Put on the board',
  putBackClosed: 'It can go back on the board as soon as writing is allowed there again.',
  discard: 'Discard',
  discarded: 'Discarded.',
  undoDiscard: 'Keep it',
  atTime: ({ time }: { time: string }) => time,
}
