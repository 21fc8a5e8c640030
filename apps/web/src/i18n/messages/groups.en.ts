/** Texts of everything about who sits where: lobby, groups, lists, mixing, several people at one device. */
export const groups = {
  waiting: {
    title: 'Good to have you here',
    text: 'You are in the lobby. The moderators can see you and will let you in shortly.',
    staysOpen: 'This page goes on by itself. There is nothing you need to do.',
    as: ({ name }: { name: string }) => `You are waiting as ${name}.`,
    offline: 'The server does not answer right now. As soon as it is back, this goes on.',
    refusedTitle: 'That did not work',
    refused: 'Your seat was not let in, or was closed again. Please ask the moderators.',
  },
  strip: {
    assigned: 'You will be given a group shortly and go there by yourself.',
    meanwhile: 'Until then you are here, on the board for everybody.',
    free: 'You do not have a group yet.',
    choose: 'Choose a group',
  },
  moved: ({ letter, name }: { letter: string; name: string }) =>
    `You are in group ${letter} now${/^group\b/i.test(name) || name === '' ? '' : `: ${name}`}.`,
  noGroupNow: 'You are in no group at the moment.',
  toGroup: 'To the group’s board',
  muted: 'The moderators have set your seat to reading. What had not arrived yet is in your tray.',
  unmuted: 'You can write again.',
  room: {
    number: 'How many are you?',
    names: 'Who is with you? (optional)',
    namesHint: 'For example: Anna, Ben, Mr Yılmaz',
    explain: 'All of you write from this device; the others see that you are several.',
    tooMany: 'Please enter a number from 1 to 99.',
  },
  ownGroup: {
    label: 'Group',
    full: ({ name }: { name: string }) => `${name} (full)`,
    none: 'None yet',
  },
  people: {
    title: 'People',
    count: ({ name, people }: { name: string; people: number }) => `${name} (${people} people)`,
    with: ({ names }: { names: string }) => `with ${names}`,
    muted: 'reading only',
    actions: ({ name }: { name: string }) => `What to do with ${name}?`,
    edit: 'Change name, group and role',
    moveTo: 'Into another group',
    moveTitle: ({ name }: { name: string }) => `Where should ${name} go?`,
    move: 'Move',
    swap: 'Swap places with …',
    swapTitle: ({ name }: { name: string }) => `Who does ${name} swap places with?`,
    swapWith: 'Swap with',
    swapDone: 'Swapped. Both are on their new board already.',
    swapNobody: 'Nobody sits in the other groups yet.',
    swapButton: 'Swap',
    mute: 'Mute (reading only)',
    unmute: 'Let write again',
    muteDone: ({ name }: { name: string }) => `${name} can read but no longer write.`,
    unmuteDone: ({ name }: { name: string }) => `${name} can write again.`,
    undo: 'Take back the last minutes',
    revoke: 'Revoke seat',
    moved: ({ name, group }: { name: string; group: string }) => `${name} is in ${group} now.`,
    placesOf: ({ count, max }: { count: number; max: number | null }) =>
      max === null ? `${count}` : `${count} of ${max}`,
    room: 'People at this device',
    companions: 'Who is there?',
  },
  lobby: {
    title: ({ count }: { count: number }) =>
      count === 1 ? 'One person waits in the lobby' : `${count} people wait in the lobby`,
    badge: ({ count }: { count: number }) => `${count} in the lobby`,
    admit: 'Let in',
    admitAll: 'Let everybody in',
    reject: 'Turn away',
    admitOne: ({ name }: { name: string }) => `Let ${name} in`,
    rejectOne: ({ name }: { name: string }) => `Turn ${name} away`,
    admitted: 'Let in.',
    rejected: 'Turned away.',
    switch: 'Lobby: newcomers wait until you let them in',
    off: 'When you close the lobby, everybody who waits comes in.',
  },
  mode: {
    label: 'How do people get their group?',
    free: 'People choose their group',
    assigned: 'Groups are given',
    rest: 'Whoever is not on the list',
    wait: 'waits on the common board',
    smallest: 'goes to the smallest group',
    saved: 'Changed.',
  },
  list: {
    action: 'Paste a list …',
    title: 'Groups by list',
    explain:
      'One line per person: name, organisation, group. The easiest way is to copy it from a spreadsheet. A line without a name is for everybody of the organisation.',
    paste: 'List',
    placeholder: 'Name; organisation; group\nAnna Müller; Land A; B\n; Federal ministry 1; C',
    understood: ({ count }: { count: number }) => (count === 1 ? '1 line understood' : `${count} lines understood`),
    notUnderstood: ({ count }: { count: number }) =>
      count === 1 ? '1 line needs a look' : `${count} lines need a look`,
    lineNumber: ({ line }: { line: number }) => `Line ${line}`,
    problems: {
      noGroup: 'The group is missing.',
      unknownGroup: ({ group }: { group: string }) => `There is no group “${group}”.`,
      nobody: 'Neither a name nor an organisation.',
      twice: 'Stands further up already, with another group. Like this nobody is placed.',
      tooLong: 'The name or the organisation is too long.',
    },
    tooMany: 'The list does not take more than 1,000 lines.',
    fill: 'How the groups fill up',
    fillLine: ({ named, houses }: { named: number; houses: number }) =>
      [
        named === 0 ? '' : named === 1 ? '1 person named' : `${named} people named`,
        houses === 0 ? '' : houses === 1 ? '1 whole organisation' : `${houses} whole organisations`,
      ]
        .filter(Boolean)
        .join(', ') || 'nobody',
    over: ({ max }: { max: number }) => `more than the ${max} seats planned`,
    here: ({ count }: { count: number }) =>
      count === 1 ? '1 of them sits in another group already' : `${count} of them sit in another group already`,
    movesSeated: 'Whoever sits in another group already moves, too',
    ambiguous: ({ names }: { names: string }) => `Not clear, please place them yourself: ${names}`,
    save: 'Use this list',
    saved: ({ moved }: { moved: number }) =>
      moved === 0
        ? 'The list counts now.'
        : moved === 1
          ? 'The list counts now. 1 person was placed.'
          : `The list counts now. ${moved} people were placed.`,
    empty: 'The list is empty: nobody is placed by list.',
    free: 'With the list you give the groups; whoever joins does not choose any more.',
  },
  mix: {
    action: 'Mix at random …',
    title: 'Mix at random',
    explain:
      'Groups of equal size, and as far as possible nobody at a table with their own house. Nothing has moved yet.',
    who: 'Who is mixed?',
    present: 'Who is here',
    all: 'Everybody with a seat',
    keep: 'Whoever has a group already stays there',
    again: 'Mix again',
    apply: 'Use this mix',
    applied: ({ count }: { count: number }) => (count === 1 ? '1 person has moved.' : `${count} people have moved.`),
    nothing: 'Everybody stays where they are.',
    apart: 'Nobody sits together with their own house.',
    together: ({ houses }: { houses: string }) =>
      `It cannot be done without doubling up: ${houses}. With these groups there is no better mix.`,
    house: ({ name, people, groups: tables }: { name: string; people: number; groups: number }) =>
      `${name} (${people} people, ${tables} ${tables === 1 ? 'group' : 'groups'})`,
    unplaced: ({ count }: { count: number }) =>
      count === 1
        ? '1 person finds no seat: the groups are full.'
        : `${count} people find no seat: the groups are full.`,
    nobody: 'There is nobody here to mix.',
    pin: ({ name }: { name: string }) => `Keep ${name} here`,
    size: ({ count }: { count: number }) => (count === 1 ? '1 person' : `${count} people`),
  },
}
