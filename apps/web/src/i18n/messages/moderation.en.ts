import type { ModerationMessages } from '../messages.ts'

export const moderation: ModerationMessages['moderation'] = {
  authors: {
    title: 'Who wrote this?',
    loading: 'Looking it up …',
    created: 'Created',
    writers: 'In the text',
    changed: 'Last changed',
    changedLongAgo: 'Longer ago than we remember.',
    noText: 'There is nothing in it yet.',
    at: ({ when }) => when,
    stated: 'time as stated by the entry',
    wasHidden: 'written hidden and then revealed',
    hiddenNobody: 'revealed without names',
    fromTray: 'put on the board from the tray',
    share: ({ percent }) => (percent < 1 ? 'under 1 %' : `${percent} %`),
    server: 'Tafelrunde',
    serverHint: 'put in or brought back by the server',
    unknown: 'Unknown',
    guest: 'Guest',
    since: ({ when }) => `here since ${when}`,
    gone: 'no longer here',
    undo: 'Undo the last minutes',
    undoOf: ({ name }) => `Undo the last minutes: ${name}`,
    explain:
      'The server reads this from the stored changes; nobody can enter or forge it. Your question is in the audit log.',
  },
  undo: {
    title: ({ name }) => `Undo what ${name} has written?`,
    explain:
      'Typed text disappears, deleted and overwritten things return, new notes go into the bin. What the others have written stays. Everybody sees the change at once.',
    minutes: 'Of the last',
    minutesChoice: ({ minutes }) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    where: 'Where',
    everywhere: 'On all boards',
    confirm: 'Undo',
    working: 'Undoing …',
    doneTitle: 'Undone',
    nothingTitle: 'Nothing to undo',
    notDoneTitle: 'Not undone',
    nothing: ({ name }) => `${name} has written nothing there in that time, or it is undone already.`,
    removed: ({ count }) => (count === 1 ? '1 entry is in the bin' : `${count} entries are in the bin`),
    restored: ({ count }) => (count === 1 ? '1 is back' : `${count} are back`),
    changed: ({ count }) => (count === 1 ? '1 is as before' : `${count} are as before`),
    refused: ({ count }) =>
      count === 1
        ? 'One board stayed as it was: it would have touched the work of others.'
        : `${count} boards stayed as they were: it would have touched the work of others.`,
    revert: 'Bring it back after all',
    revertedTitle: 'Brought back',
    notRevertedTitle: 'Not brought back',
    reverted: 'Everything is as it was before the undo.',
    finish: 'Done',
  },
}
