import type { SignalMessages } from '../messages.ts'

export const signals: SignalMessages['signals'] = {
  toModerators: 'To the moderators',
  ready: 'We are done',
  readyOn: 'Marked as done',
  readyShort: 'Done',
  readyHint: 'For your whole group. The moderators see it in the cockpit.',
  help: 'Call for help',
  helpHint: 'Asks the moderators to come to your group.',
  helpOn: ({ minutes }) => `Help is called${since(minutes)} – take back`,
  helpShort: 'Help',
  helpOnShort: 'Help is called',
  helpCalled: 'Your group has called for help. The moderators see it.',
  helpEnded: 'Your group’s call for help has ended.',
  readySaid: 'Your group says that it is done.',
  readyTakenBack: 'Your group is not done yet after all.',
  failed: ({ problem }) => `That did not arrive: ${problem}`,

  nudge: 'For your group',
  nudgeClose: 'Read, close',

  looksOn: ({ names }) => `Moderator looking on: ${names}`,
  joined: ({ name }) => `${name} has joined you.`,
  someone: 'A moderator',
  youLookOn: 'The group sees that you look on. Nobody sees your pointer.',
  joinIn: 'Join in visibly',

  gather: {
    plenary: 'The moderators ask everybody to come to the plenary.',
    board: ({ name }) => `The moderators ask everybody to come to the board “${name}”.`,
    own: ({ name }) => `The moderators ask everybody back to their groups, you to the board “${name}”.`,
    soon: 'You will be taken there in five seconds.',
    typing: 'Finish writing in peace, then it goes on there.',
    go: 'Go there',
    stay: 'Stay here',
    stays: 'You stay here. You can go there at any time.',
  },

  moderate: {
    menu: 'Moderate',
    helpSince: ({ minutes }) => `Call for help${since(minutes)}`,
    helpDone: 'Call for help is settled',
    gatherHere: 'Bring everybody here',
    gatherEnd: 'Stop asking everybody here',
    gatherOwnOnly: 'Only the group itself may read this board in this step. Others can’t come.',
    toScreen: 'Put on the screen …',
    backToStep: 'Screen back to the step',
    lookOn: 'Only look on',
    done: 'Done.',
  },

  spotlight: {
    title: ({ name }) => `${name} on the screen`,
    explain: 'Everybody in the room then sees this part, until you put the screen back or the next step begins.',
    what: 'What should be seen?',
    board: 'The whole board',
    canvas: ({ title }) => `Canvas “${title}”`,
    field: ({ field, count }) => `${field} (${count})`,
    show: 'Show',
    shown: 'It is on the screen.',
  },
}

function since(minutes: number): string {
  return minutes < 1 ? ', just now' : `, for ${minutes} min`
}
