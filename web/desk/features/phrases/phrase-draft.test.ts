import { expect, test } from 'vitest'
import { draftOf, linesOf, newPhrase } from './phrase-draft.ts'

const SHIPPED = {
  id: null,
  version: 0,
  code: 'PH-11',
  rule: 'SPK-13',
  level: 'block' as const,
  says: ['你怎么会用呢', '你会不会用'],
  instead: '请问您是怎样使用的呢',
  source: '',
  validFrom: null,
  inForce: true,
}

test('SPK-27 a phrase of the file is replaced from today on, by one that keeps its code', () => {
  expect(draftOf(SHIPPED, '2026-03-02')).toMatchObject({
    id: null,
    expectedVersion: 0,
    code: 'PH-11',
    says: '你怎么会用呢\n你会不会用',
    validFrom: '2026-03-02',
  })
  const own = { ...SHIPPED, id: 'one', version: 3, code: null, validFrom: '2026-04-01' }
  expect(draftOf(own, '2026-03-02')).toMatchObject({
    id: 'one',
    expectedVersion: 3,
    validFrom: '2026-04-01',
  })
  expect(newPhrase('2026-03-02')).toMatchObject({ code: null, level: 'warn', says: '' })
})

test('a line is a phrase; empty lines are none', () => {
  expect(linesOf(' 差不多 \n\n 回头再说\n')).toEqual(['差不多', '回头再说'])
  expect(linesOf(' \n')).toEqual([])
})
