/** The words of an invitation in one language; `when` takes the formatted date and times. */
export interface InvitationWords {
  readonly greeting: string
  readonly opening: (workshop: { title: string; when: string | null }) => string
  readonly group: (group: { name: string; topic: string }) => string
  readonly link: string
  readonly check: string
  readonly noAccount: string
  readonly closing: string
}

export interface Invitation {
  readonly title: string
  readonly startsAt: number | null
  readonly endsAt: number | null
  readonly timeZone: string
  readonly locale: string
  readonly group: { readonly name: string; readonly topic: string } | null
  readonly url: string
}

/** Plain text to paste into a mail or a calendar entry: title, time, link, and that no account is needed. */
export function invitationText(invitation: Invitation, words: InvitationWords): string {
  const lines = [
    words.greeting,
    '',
    words.opening({ title: invitation.title, when: whenText(invitation) }),
    ...(invitation.group ? [words.group(invitation.group)] : []),
    '',
    words.link,
    invitation.url,
    '',
    words.noAccount,
    '',
    words.check,
    checkUrl(invitation.url),
    '',
    words.closing,
  ]
  return lines.join('\n')
}

/** The technical check that tells the workshop of this link what it finds. */
function checkUrl(url: string): string {
  const check = new URL(url)
  check.pathname = '/check'
  return check.href
}

/** Date and times of a workshop as people write them, in its own time zone; null without a date. */
export function whenText(times: Pick<Invitation, 'startsAt' | 'endsAt' | 'timeZone' | 'locale'>): string | null {
  if (times.startsAt === null) return null
  const dayAndTime = new Intl.DateTimeFormat(times.locale, {
    timeZone: times.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const when =
    times.endsAt === null
      ? dayAndTime.format(times.startsAt)
      : dayAndTime.formatRange(times.startsAt, times.endsAt).replaceAll('\u2009', ' ')
  // Only ranges come with the word.
  return times.locale.startsWith('de') && !when.endsWith('Uhr') ? `${when} Uhr` : when
}
