import { expect, test } from 'vitest'
import { conflicting, editOf, resolved } from './details.ts'

const base = { name: '王小明', siteId: 'a', reportsTo: 'x' }

test('only what was changed is sent; no superior is sent as null', () => {
  expect(editOf(base, base)).toEqual({})
  expect(editOf({ ...base, name: ' 王晓明 ', reportsTo: '' }, base)).toEqual({
    name: '王晓明',
    reportsTo: null,
  })
})

test('SYS-08: what two changed differently is chosen field by field; the rest of both stays', () => {
  const mine = { name: '王晓明', siteId: 'b', reportsTo: 'x' }
  const theirs = { name: '王小民', siteId: 'a', reportsTo: 'y' }
  expect(conflicting(mine, theirs, base)).toEqual(['name'])
  expect(resolved(mine, theirs, base, { name: 'mine' })).toEqual({
    name: '王晓明',
    siteId: 'b',
    reportsTo: 'y',
  })
  expect(resolved(mine, theirs, base, {})).toEqual({ name: '王小民', siteId: 'b', reportsTo: 'y' })
})
