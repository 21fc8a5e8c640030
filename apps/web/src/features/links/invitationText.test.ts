import { describe, expect, it } from 'vitest'
import { invitationText, whenText, type Invitation, type InvitationWords } from './invitationText.ts'

const words: InvitationWords = {
  greeting: 'Guten Tag,',
  opening: ({ title, when }) => (when ? `zum Workshop „${title}“ am ${when}.` : `zum Workshop „${title}“.`),
  group: ({ name, topic }) => (topic ? `Gruppe: ${name} (${topic})` : `Gruppe: ${name}`),
  link: 'Ihr Link:',
  check: 'Zur Probe:',
  noAccount: 'Ein Konto brauchen Sie nicht.',
  closing: 'Viele Grüße',
}

const invitation: Invitation = {
  title: 'OZG-Marketing',
  startsAt: Date.parse('2022-03-03T09:00:00+01:00'),
  endsAt: Date.parse('2022-03-03T13:00:00+01:00'),
  timeZone: 'Europe/Berlin',
  locale: 'de-DE',
  group: { name: 'Gründende', topic: 'Gewerbe' },
  url: 'https://tafel.example.org/join#Zm9vYmFyYmF6cXV4cXV1eA',
}

describe('invitationText', () => {
  it('tells title, time, group and link, each link on a line of its own', () => {
    const lines = invitationText(invitation, words).split('\n')
    expect(lines).toContain(invitation.url)
    expect(lines).toContain('https://tafel.example.org/check#Zm9vYmFyYmF6cXV4cXV1eA')
    expect(lines).toContain('Gruppe: Gründende (Gewerbe)')
    expect(lines.some((line) => line.includes('3. März 2022') && line.includes('09:00'))).toBe(true)
    expect(lines).toContain('Ein Konto brauchen Sie nicht.')
  })

  it('leaves time and group out where there are none', () => {
    const text = invitationText({ ...invitation, startsAt: null, endsAt: null, group: null }, words)
    expect(text).toContain('zum Workshop „OZG-Marketing“.')
    expect(text).not.toContain('Gruppe')
  })
})

describe('whenText', () => {
  it('uses the time zone of the workshop, not of the device', () => {
    expect(whenText({ ...invitation, timeZone: 'Europe/London', endsAt: null })).toContain('08:00')
  })

  it('says Uhr exactly once in German', () => {
    for (const endsAt of [null, invitation.endsAt]) {
      expect(whenText({ ...invitation, endsAt })!.match(/Uhr/g)).toHaveLength(1)
    }
  })

  it('names the day once for a workshop of one day', () => {
    const when = whenText(invitation)!
    expect(when.match(/März/g)).toHaveLength(1)
    expect(when).toContain('13:00')
  })
})
