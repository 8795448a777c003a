import type { PersonView } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { findPeople } from './find-people.ts'

const person = (name: string, more: Partial<PersonView> = {}): PersonView => ({
  id: name,
  version: 1,
  name,
  login: '',
  site: { id: '', name: '常州总厂' },
  reportsTo: null,
  active: true,
  posts: [],
  deputies: [],
  qualification: {},
  unqualifiedFor: [],
  lapsed: [],
  ...more,
})

const people = [
  person('周建国', { posts: [{ playbook: 'LUB', post: 'leader', label: '领导' }] }),
  person('陈志强', { login: 'chenzhiqiang' }),
  person('安静', { active: false }),
]
const names = (words: string) => findPeople(people, words).map(({ name }) => name)

test('people are found by name, log-in and post; who has left comes last', () => {
  expect(names('')).toEqual(['陈志强', '周建国', '安静'])
  expect(names(' 志强 ')).toEqual(['陈志强'])
  expect(names('CHEN')).toEqual(['陈志强'])
  expect(names('领导')).toEqual(['周建国'])
  expect(names('没有这个人')).toEqual([])
})
