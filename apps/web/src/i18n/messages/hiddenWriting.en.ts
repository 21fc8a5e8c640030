import type { HiddenWritingMessages } from '../messages.ts'

const notes = (count: number): string => (count === 1 ? '1 note' : `${count} notes`)
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

export const hiddenWriting: HiddenWritingMessages['hiddenWriting'] = {
  title: 'Write hidden',
  onlyYou: 'Only you can see this.',
  promise:
    'It comes onto the board when notes are revealed. What is not revealed by the end of the workshop is deleted.',
  field: 'Goes into the field',
  write: 'Write a note …',
  writeIn: ({ field }) => `Hidden note for “${field}”`,
  writeHint: 'Enter: next note. Several pasted lines become several notes.',
  add: 'Add the note',
  own: ({ count }) => (count === 0 ? 'No note yet' : `Your ${notes(count)}`),
  added: ({ count }) => `${notes(count)} written, hidden`,
  edit: ({ text }) => `Edit: ${text}`,
  editing: 'Edit the note',
  remove: ({ text }) => `Delete: ${text}`,
  removed: 'Hidden note deleted',
  undo: 'Undo',
  full: ({ limit }) => `No more than ${limit} hidden notes are possible. Your text is still there.`,
  tooLong: 'This is too long for one note. Your text is still there.',
  late: ({ count }) => `Not revealed yet: ${notes(count)}`,
  lateExplain: 'So far only you can see this. You can reveal it now or delete it.',
  lateClosed: 'The board takes nothing at the moment. You can reveal it later.',
  showNow: 'Reveal now',
  showing: 'Revealing …',
  shown: ({ count, fields }) => {
    const where = fields.length === 1 ? `, in the field “${fields[0]}”` : ''
    return count === 1 ? `Your note is on the board now${where}.` : `Your ${notes(count)} are on the board now${where}.`
  },
  othersShown: 'The hidden notes are on the board now.',
  fold: 'Fold',
  unfold: 'Open hidden writing',
  cockpit: {
    title: 'Written hidden',
    explain: 'Until it is revealed nobody sees what is written there, neither do you.',
    count: ({ notes: count, writers }) => (count === 0 ? 'No note yet' : `${notes(count)} by ${people(writers)}`),
    reveal: 'Reveal …',
    ask: 'Reveal the hidden notes?',
    what: ({ notes: count, boards }) =>
      boards > 1
        ? `${notes(count)} come onto ${boards} boards, for everybody to see. This cannot be taken back.`
        : `${notes(count)} ${count === 1 ? 'comes' : 'come'} onto the board, for everybody to see. This cannot be taken back.`,
    which: 'Which board',
    allBoards: 'All boards',
    authors: 'Who wrote what',
    without: 'Without names',
    withoutHint: 'Nobody learns who wrote what, moderators included. The notes are mixed.',
    with: 'With names',
    withHint: 'The notes show no name, but moderators can look up who wrote one.',
    confirm: 'Reveal',
    done: ({ count }) => `${notes(count)} revealed`,
    failed: ({ problem }) => `The notes could not be revealed. ${problem}`,
  },
  closing: {
    ask: 'Close the workshop?',
    explain: 'All boards are put on hold, an open vote ends and a snapshot is kept. Reading and downloading go on.',
    deletes: ({ notes: count, writers }) =>
      count === 1
        ? '1 hidden note was not revealed yet. It is deleted for good.'
        : `${count} hidden notes by ${people(writers)} were not revealed yet. They are deleted for good.`,
    deletesNothing: 'There are no hidden notes left to reveal.',
    confirm: 'Close',
    done: 'The workshop is closed.',
    askReopen: 'Open the workshop again?',
    reopenExplain:
      'The boards take notes again; what was on hold before stays on hold. Hidden notes that were deleted by the closing do not come back.',
    confirmReopen: 'Open again',
    reopened: 'The workshop is open again.',
  },
}
