import { CreateWorkshopRequest } from '@tafelrunde/protocol'
import { describe, expect, it } from 'vitest'
import {
  emptyGroup,
  formProblems,
  groupLetter,
  parseOrganisations,
  resizeGroups,
  toCreateRequest,
  type CreateForm,
} from './toCreateRequest.ts'

const form: CreateForm = {
  title: ' OZG-Marketing ',
  date: '2022-03-03',
  startTime: '09:00',
  endTime: '13:00',
  timeZone: 'Europe/Berlin',
  language: 'de',
  template: 'ozg-marketing-4h',
  series: '',
  groups: [{ name: 'Kommunen', topic: '', maxSeats: '8' }, emptyGroup],
  organisationsText: 'Land A\nLand B',
  talks: [
    { organisation: 'Land A', title: 'Ein Impuls' },
    { organisation: '', title: '' },
  ],
  ownName: '',
}

describe('toCreateRequest', () => {
  it('is what the server accepts, with times at the place of the workshop', () => {
    const request = CreateWorkshopRequest.parse(toCreateRequest(form, (number) => `Gruppe ${groupLetter(number - 1)}`))
    expect(request).toMatchObject({
      title: 'OZG-Marketing',
      startsAt: '2022-03-03T08:00:00.000Z',
      endsAt: '2022-03-03T12:00:00.000Z',
      organisations: ['Land A', 'Land B'],
      talks: [{ organisation: 'Land A', title: 'Ein Impuls' }],
      groups: [{ name: 'Kommunen', maxSeats: 8, targetGroup: 'Kommunen' }, { name: 'Gruppe B' }],
    })
  })

  it('leaves out what was not filled in', () => {
    const request = toCreateRequest({ ...form, date: '', template: 'blank', organisationsText: '', talks: [] }, String)
    expect(Object.keys(CreateWorkshopRequest.parse(request)).toSorted()).toEqual([
      'groups',
      'language',
      'timeZone',
      'title',
    ])
  })
})

describe('formProblems', () => {
  it('finds nothing wrong with a complete form or one without a day', () => {
    expect(formProblems(form)).toEqual([])
    expect(formProblems({ ...form, date: '', startTime: '', endTime: '' })).toEqual([])
  })

  it.each([
    [{ title: '  ' }, 'title.missing'],
    [{ startTime: '' }, 'time.incomplete'],
    [{ endTime: '08:00' }, 'time.reversed'],
    [{ groups: [] }, 'groups.none'],
    [{ groups: [{ ...emptyGroup, maxSeats: '0' }] }, 'seats.wrong'],
  ] as const)('%o: %s', (change, problem) => {
    expect(formProblems({ ...form, ...change })).toEqual([problem])
  })
})

describe('parseOrganisations', () => {
  it.each([
    ['Land A\n\n  Land B \r\nLand A', ['Land A', 'Land B']],
    ['Land A, Land B,Land C', ['Land A', 'Land B', 'Land C']],
    [
      '- Ministerium für Inneres, Bau und Digitales\n- Land B',
      ['Ministerium für Inneres, Bau und Digitales', 'Land B'],
    ],
    ['', []],
  ])('%j', (text, names) => {
    expect(parseOrganisations(text)).toEqual(names)
  })
})

it('gives groups letters and leaves P to the common board', () => {
  expect([0, 14, 15, 24, 25].map(groupLetter)).toEqual(['A', 'O', 'Q', 'Z', 'AA'])
})

describe('resizeGroups', () => {
  it('keeps what was written and stays between one and sixty', () => {
    const groups = [{ ...emptyGroup, name: 'Eltern' }]
    expect(resizeGroups(groups, 3).map((group) => group.name)).toEqual(['Eltern', '', ''])
    expect(resizeGroups(groups, 0)).toHaveLength(1)
    expect(resizeGroups(groups, 900)).toHaveLength(60)
  })
})
