export const people = {
  menu: ({ name }: { name: string }) => (name ? `${name}: your seat and settings` : 'Your seat and settings'),
  editSeat: 'Change name and organisation',
  editSeatTitle: 'Name and organisation',
  name: 'What should the others call you?',
  namePlaceholder: 'Name or initials, may stay empty',
  organisation: 'Organisation',
  group: 'Group',
  groupChange: 'By changing you leave the board of your present group.',
  saved: 'Changed.',
  recoveryCode: 'Recovery code',
  recoveryTitle: 'Your recovery code',
  recoveryText:
    'With this code and the address of the workshop you get back to your seat on any device. Write it down, or copy it to a safe place. It works once; then there is a new one.',
  recoveryUnknown:
    'The code was shown once and is not on this device. You can make a new one; the old one then stops working.',
  recoveryNew: 'Make a new code',
  copyCode: 'Copy code',
  myWorkshops: 'My workshops',
  results: 'Results',
  settings: 'Language and appearance',
  forget: 'Leave this device',
  legal: 'Legal',
}
