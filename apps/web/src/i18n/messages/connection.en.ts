export const connection = {
  saved: 'Saved',
  sent: 'Saving …',
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
  offlineReadOnly: ({ time }: { time: string }) => `We cannot reach the server since ${time}. You see the last state.`,
  readOnly: {
    frozen: 'The moderators have frozen the board. You can read; it goes on soon.',
    locked: 'This board is locked. You can read.',
    step: 'This step is not for writing here.',
    observing: 'You are observing here.',
    ending: 'Writing is about to end. Everything typed is still being saved.',
  },
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
