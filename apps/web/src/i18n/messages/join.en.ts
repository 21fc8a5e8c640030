export const join = {
  from: ({ day, start, end }: { day: string; start: string; end: string }) => `${day}, ${start} to ${end}`,
  fromOpen: ({ day, start }: { day: string; start: string }) => `${day}, from ${start}`,
  group: ({ name }: { name: string }) => (/^group\b/i.test(name) ? name : `Group ${name}`),
  peopleHere: ({ count }: { count: number }) =>
    count === 0
      ? 'Nobody is here yet'
      : count === 1
        ? 'One person is here already'
        : `${count} people are here already`,
  example: 'Example data, freely invented',
  name: 'What should the others call you?',
  namePlaceholder: 'Name or initials, may stay empty',
  organisation: 'Which organisation are you here for?',
  organisationNone: 'Not stated',
  organisationOther: 'Another one …',
  organisationOtherLabel: 'Name of the organisation',
  chooseGroup: 'Which group would you like to join?',
  groupSeats: ({ seats }: { seats: number }) =>
    seats === 0 ? 'still empty' : seats === 1 ? '1 seat taken' : `${seats} seats taken`,
  groupFull: 'full',
  assigned: 'The moderators give the groups. You get to yours by yourself.',
  groupMissing: 'Please choose a group.',
  submit: {
    owner: 'To the cockpit',
    moderator: 'To the cockpit',
    scribe: 'To the board',
    participant: 'To the board',
    observer: 'Watch',
    screen: 'Open as screen',
    public: 'Look at it',
  },
  asRole: {
    owner: 'You lead this workshop.',
    moderator: 'You moderate this workshop.',
    scribe: 'You write with your group and submit for it.',
    participant: '',
    observer: 'You watch without writing.',
    screen: 'This device shows the workshop on the screen.',
    public: '',
  },
  privacy: 'No account, no third-party cookies. What you write is seen by your group at once and by the plenary live.',
  kept: ({ until }: { until: string }) => `Kept until ${until}.`,
  privacyMore: 'More about privacy',
  again: ({ name }: { name: string }) =>
    name ? `You have been here as ${name} on this device.` : 'You have been here on this device.',
  goOn: 'Back to my seat',
  joinAnew: 'Or join anew:',
  looking: 'We are looking where the link leads …',
  bad: {
    missing: {
      title: 'The end of the link is missing',
      text: 'An invitation link ends with a long piece after “#”. Please copy all of it, or open it from the invitation.',
    },
    unknown: {
      title: 'We do not know this link',
      text: 'Usually its last piece got lost while copying. Please open it from the invitation. If that does not help, the moderators can send a new one.',
    },
    expired: {
      title: 'This link has expired',
      text: 'Please ask the moderators for a new one. Have you been here before? Then your recovery code brings you back to your seat.',
    },
    revoked: {
      title: 'This link has been withdrawn',
      text: 'The moderators have replaced it by a new one. Please ask for it. Have you been here before? Your seat is still valid; the recovery code takes you there.',
    },
    full: {
      title: 'All seats of this link are taken',
      text: 'Please ask the moderators for another seat or another link.',
    },
    offline: {
      title: 'The server does not answer',
      text: 'Please check your connection. The link is probably fine.',
      waiting: 'Please check your connection. As soon as the server answers, this goes on by itself.',
    },
  },
  check: 'Technical check',
  recover: 'I have a recovery code',
}
