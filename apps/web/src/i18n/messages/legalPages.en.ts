export const legalPages = {
  elsewhere: 'This page is on the website of those who run this server.',
  offline: 'The server does not answer. Please try again later.',
  missing: {
    imprint: 'Those who run this server have not provided an imprint yet.',
    privacy:
      'Those who run this server have not provided a privacy notice of their own yet. This is what the software itself does:',
    accessibility:
      'Those who run this server have not provided a statement of their own yet. This is what holds for the software:',
  },
  builtIn: {
    imprint: 'The person who invited you can tell you who runs this server.',
    privacy: `## What is stored
- Name or initials and organisation as you enter them when joining; both may stay empty.
- What you write on boards, and when. Your group sees it at once and the plenary live.
- The access to your seat on this device and a copy of the board, so that you can go on working without a connection.
- If you run the technical check from a link or from your seat: what worked and what did not, answering time, clock, browser and window size, with a random number of this device. The team of the workshop sees it.

## What does not happen
- There is no account, there are no cookies, and your behaviour is not analysed.
- Nothing is loaded from other servers, nothing goes to third parties.
- The server’s log holds neither content nor names nor IP addresses.

## For how long
When a workshop is deleted is told when you join and on the results. You delete everything from this device with “Leave this device” in the person menu or with “Forget” on the home page.`,
    accessibility: `## What you can expect
Tafelrunde is meant to be fully usable with the keyboard, a screen reader, at 400 % zoom and with high contrast. The measure is WCAG 2.2 AA, EN 301 549 and BITV 2.0. Every board is also there as an outline and as a form; everything that can be dragged can be done with the keyboard.

## If something does not work
Please tell the moderators or those who run this server what you wanted to do and what you work with. Until then you can get the results in another format.`,
  },
}
