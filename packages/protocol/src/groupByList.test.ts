import { describe, expect, it } from 'vitest'
import { groupByList, nameKey } from './groupByList.ts'

const line = (name: string, organisation: string, groupId: string) => ({ name, organisation, groupId })
const a = { kind: 'group', groupId: 'a' }
const b = { kind: 'group', groupId: 'b' }

describe('groupByList', () => {
  it('finds people however their name is written', () => {
    const list = [line('Dr. Müller, Änne', 'Land Hessen', 'a')]
    for (const name of ['Änne Müller', 'Aenne Mueller', '  MÜLLER  Änne', 'A\u0308nne Mu\u0308ller'])
      expect(groupByList(list, { name, organisation: 'land hessen' })).toEqual(a)
    expect(groupByList(list, { name: 'Änne Müllerin', organisation: 'Land Hessen' })).toEqual({ kind: 'none' })
  })

  it('tells two people of one name by their organisation', () => {
    const list = [line('Anna', 'BMI', 'a'), line('Anna', 'BMWK', 'b')]
    expect(groupByList(list, { name: 'Anna', organisation: 'BMWK' })).toEqual(b)
    expect(groupByList(list, { name: 'Anna', organisation: '' })).toEqual({ kind: 'ambiguous' })
    expect(groupByList(list, { name: 'Anna', organisation: 'Sachsen' })).toEqual({ kind: 'none' })
  })

  it('takes a line without a name for the whole organisation, unless somebody is named', () => {
    const list = [line('', 'BMI', 'a'), line('Anna', 'BMI', 'b')]
    expect(groupByList(list, { name: 'Ben', organisation: 'bmi' })).toEqual(a)
    expect(groupByList(list, { name: '', organisation: 'BMI' })).toEqual(a)
    expect(groupByList(list, { name: 'Anna', organisation: 'BMI' })).toEqual(b)
  })

  it('never guesses: lines that contradict one another assign nobody, lines that agree do', () => {
    expect(groupByList([line('Anna', '', 'a'), line('Anna', '', 'b')], { name: 'Anna', organisation: '' })).toEqual({
      kind: 'ambiguous',
    })
    expect(groupByList([line('Anna', '', 'a'), line('anna', '', 'a')], { name: 'Anna', organisation: '' })).toEqual(a)
    expect(groupByList([line('', '', 'a')], { name: '', organisation: '' })).toEqual({ kind: 'none' })
  })

  it('compares texts of any script and never throws', () => {
    expect(nameKey('Łukasz Ivanović')).toBe(nameKey('IVANOVIC łukasz'))
    expect(nameKey('…')).toBe('')
  })
})
