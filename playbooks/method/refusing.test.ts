import { options } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, type Life } from './life.ts'
import { unmetLines } from './refused.ts'
import { followUp, form, TOLD, walkedTo } from './way.ts'

const REFUSE = {
  type: 'propose-ending',
  ending: 'refused',
  reason: '要求无据，以后也不再往来',
} as const
const APPROVE = { type: 'decide-ending', decision: 'approved', remarks: '' } as const

function weighed(changes: Record<string, string>): Life {
  const sheet = form('negotiation')
  return walkedTo('negotiating').do('陈志强', {
    ...sheet,
    values: { ...sheet.values, demand: 'unreasonable', future: 'none', fault: 'none', ...changes },
  })
}

test('NEG-04 a plain refusal is offered only where the demand is unreasonable, no business is expected and the company is not at fault', () => {
  const offered = (life: Life) =>
    options(life.state, contextOf('陈志强', life.now, life.people)).find(
      (one) => one.action === 'propose-ending' && one.target === 'refused',
    )?.allowed
  expect(offered(weighed({}))).toBe(true)
  for (const changes of [{ demand: 'excessive' }, { future: 'unsure' }, { fault: 'company' }]) {
    const life = weighed(changes)
    expect(offered(life)).toBe(false)
    expect(unmetLines(life.try('陈志强', REFUSE))[0]).toMatch(/^NEG-04 /)
  }
})

test('NEG-04 APR-03 a refusal needs the leader, is told to the customer, and only then the case ends', () => {
  const life = weighed({}).do('陈志强', REFUSE)
  expect(unmetLines(life.try('陈志强', APPROVE))).toEqual([
    'ROLE-22 post ← leader',
    'SYS-15 not-own ← leader',
  ])
  life.do('周建国', APPROVE)
  expect(life.state).toMatchObject({ closedAt: null, status: 'following-up', ending: null })
  const close = { type: 'close', clean: true, skip: { 'GDE-02': '没有谈' } } as const
  expect(unmetLines(life.try('陈志强', close))).toEqual(['APR-03 decision-told ← 陈志强'])
  life.do('陈志强', { type: 'tell-decision', ...TOLD })
  life.do('陈志强', close)
  expect(life.state).toMatchObject({ ending: 'refused', status: 'closed' })
})

test('NEG-04 a customer who moves brings the case back to negotiation, and the refusal is gone', () => {
  const life = weighed({}).do('陈志强', REFUSE).do('周建国', APPROVE)
  life.do('陈志强', { type: 'tell-decision', ...TOLD })
  life.do('陈志强', followUp({ satisfied: false, dislikes: '愿意少要', changeNeeded: true }))
  expect(life.state).toMatchObject({ step: 'negotiation', proposal: null })
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toContain(
    'FUP-01 follow-up-satisfied ← 陈志强',
  )
})
