import type { links as german } from './links.de.ts'

export const links: typeof german = {
  title: 'Links and QR',
  explain:
    'Every link belongs to a role, some to a group. Whoever has it can come in: pass it on only to those it is meant for.',
  kinds: {
    owner: 'Owner',
    moderator: 'Moderators',
    participant: 'All groups to choose from',
    scribe: 'Scribe of the group',
    observer: 'Only watch',
    screen: 'Screen',
    public: 'Public',
  },
  hints: {
    owner: 'All rights. Only for you.',
    moderator: 'Cockpit, all boards.',
    participant: 'With this link people choose their group themselves.',
    scribe: 'Takes part and may submit for the group.',
    observer: 'Sees everything, writes nothing.',
    screen: 'For the projector: opens the screen at once.',
    public: '',
  },
  forGroup: ({ name }) => `Group ${name}`,
  sections: { people: 'Invite', groups: 'Straight into a group', team: 'Team and screen' },
  seats: ({ count }) => (count === 1 ? '1 seat taken' : `${count} seats taken`),
  copy: 'Copy link',
  copyInvitation: 'Copy invitation',
  copied: 'Copied.',
  copyFailed: 'Copying did not work. Please select the text and copy it yourself.',
  showQr: 'Show QR code',
  hideQr: 'Hide QR code',
  qrAlt: ({ name }) => `QR code: ${name}`,
  unknown: 'This link is not on this device. For safety the server does not keep it readable either.',
  another: 'Make another link',
  anotherHint: 'The old one stays valid.',
  reissue: 'Replace',
  revoke: 'Revoke',
  askReissue: 'Replace this link?',
  reissueExplain: 'The old link stops working at once. People who are here keep their seats.',
  askRevoke: 'Revoke this link?',
  revokeExplain: 'Nobody can come in with this link any more. People who are here keep their seats.',
  reissued: 'The new link is ready.',
  revoked: 'The link is revoked.',
  cancel: 'Cancel',
  oneIsEnough: 'Show this code on the screen: point a phone at it, choose a group, done.',
  invitation: {
    greeting: 'Hello,',
    opening: ({ title, when }) =>
      when
        ? `you are warmly invited to the workshop “${title}”: ${when}.`
        : `you are warmly invited to the workshop “${title}”.`,
    group: ({ name, topic }) => (topic ? `Your group: ${name} (${topic})` : `Your group: ${name}`),
    link: 'This link takes you to the board:',
    noAccount: 'You need no account and nothing to install. An up-to-date browser is enough.',
    closing: 'We look forward to seeing you.',
  },
}
