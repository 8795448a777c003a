import { isRefusal } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { march } from './life.ts'
import { unmetLines } from './refused.ts'
import { form, record, walkedTo } from './way.ts'

const ON = { type: 'enter-step', step: 'negotiation', taskIds: [] } as const

test('INV-01 INV-02 going on needs the nine answers and one talk with the customer, all named at once', () => {
  expect(unmetLines(walkedTo('finding out').try('陈志强', ON))).toEqual([
    'INV-02 field productName, field spec, field producedOn, field batch, field usedSince, field symptom, field previousBrand, field previousExperience, field recentUse',
    'INV-06 field wish, field demand',
    'INV-18 field load, field oilChange, field filter, field mixing',
    'INV-01 record 与客户联系 ← after-sales',
    'INV-05 field restatement, record 复述给客户确认 ← after-sales',
  ])
})

test('INV-02 S01 line 4: without the previous brand refused; with 客户无法提供 and its reason it works', () => {
  const life = walkedTo('finding out').do('陈志强', record('contact'), march(2, '09:40'))
  const filled = form('finding-out')
  life.do('陈志强', { ...filled, unavailable: {} }).do('陈志强', form('questions'))
  life.do('陈志强', record('read-back'))
  expect(unmetLines(life.try('陈志强', ON))).toEqual(['INV-02 field previousBrand'])
  life.do('陈志强', { ...filled, unavailable: { previousBrand: '司机已离职' } }).do('陈志强', ON)
  expect(life.state).toMatchObject({ step: 'negotiation', status: 'negotiating' })
})

test('INV-01 an attempt that reached nobody is kept but is no talk with the customer', () => {
  const life = walkedTo('finding out').do('陈志强', form('finding-out'))
  life.do('陈志强', form('questions')).do('陈志强', record('read-back'))
  const contact = record('contact')
  life.do('陈志强', { ...contact, values: { ...contact.values, reached: false } })
  expect(unmetLines(life.try('陈志强', ON))).toEqual(['INV-01 record 与客户联系 ← after-sales'])
})

test('INV-01 a talk is recorded with its means, the person and what was said; incomplete it is refused', () => {
  const life = walkedTo('finding out')
  expect(
    unmetLines(life.try('陈志强', { type: 'add-record', kind: 'contact', values: { person: 7 } })),
  ).toEqual(['INV-01 field means, field reached, field content, field-format person'])
  const pigeon = { ...record('contact').values, means: 'pigeon' }
  expect(
    unmetLines(life.try('陈志强', { type: 'add-record', kind: 'contact', values: pigeon })),
  ).toEqual(['INV-01 field-choice means'])
  expect(unmetLines(life.try('刘芳', { type: 'add-record', kind: 'contact', values: {} }))).toEqual(
    [
      'ROLE-22 post ← after-sales',
      'INV-01 field means, field person, field reached, field content',
    ],
  )
})

test('PBK-03 the steps are taken one after the other', () => {
  const life = walkedTo('finding out')
  for (const step of ['execution', 'follow-up', 'finding-out', 'intake', 'nowhere'])
    expect(
      unmetLines(life.try('陈志强', { ...ON, step })).some((line) => line.startsWith('PBK-03')),
    ).toBe(true)
  expect(unmetLines(life.try('吴敏', ON))).toContain('CMP-08 owner ← 陈志强')
})

test('CMP-04 finding out is begun by acknowledging, approval by submitting, the agreement by drafting', () => {
  const enter = (place: string, name: string, step: string) =>
    unmetLines(walkedTo(place).try(name, { ...ON, step }))
  expect(enter('handed over', '刘芳', 'finding-out')).toContain('CMP-04 acknowledgement ← 陈志强')
  expect(enter('negotiating', '陈志强', 'approval')).toContain('APR-01 plan-content 报批 ← 陈志强')
  expect(enter('plan approved', '陈志强', 'agreement')).toEqual([
    'APR-02 agreement-draft ← 陈志强',
    'APR-03 decision-told ← after-sales',
  ])
})

test('PBK-03 a form is saved half filled, from its step on, and the signed registration not at all', () => {
  const life = walkedTo('finding out')
  life.do('陈志强', {
    type: 'save-form',
    form: 'finding-out',
    values: { spec: '18L 桶' },
    unavailable: {},
  })
  expect(unmetLines(life.try('陈志强', form('negotiation')))).toEqual(['PBK-03 step 分析说明协商'])
  expect(unmetLines(life.try('陈志强', form('registration')))).toEqual(['CMP-03 not-signed-yet'])
  const wrong = { producedOn: '2026-02-30', batch: '批'.repeat(501) }
  expect(
    unmetLines(
      life.try('陈志强', {
        type: 'save-form',
        form: 'finding-out',
        values: wrong,
        unavailable: { x: '' },
      }),
    ),
  ).toEqual(['INV-02 field-unknown x, field-format producedOn, field-too-long batch'])
})

test('ESC-13 everybody may note that the customer had to chase', () => {
  const life = walkedTo('negotiating').do('赵永', { type: 'mark-chased', note: '打到仓库来了' })
  expect(life.state.chasedAt).toBe(life.now)
})

test('SYS-09 a masked number is seen in clear by posts that need it, and the look leaves a trace', () => {
  const life = walkedTo('finding out')
  const look = { type: 'reveal-contact', field: 'phone' } as const
  expect(unmetLines(life.try('刘芳', look))).toEqual(['ROLE-22 post ← after-sales, leader'])
  const before = life.state.lastActivityAt
  life.do('周建国', look, march(2, '18:00'))
  expect(life.history.at(-1)).toMatchObject({ type: 'contact-revealed', by: '周建国' })
  expect(life.state.lastActivityAt).toBe(before)
})

test('ROLE-20 a colleague asked for his opinion is on record', () => {
  const values = { colleague: '吴敏', opinion: '先测粘度' }
  expect(
    isRefusal(
      walkedTo('finding out').try('陈志强', { type: 'add-record', kind: 'consultation', values }),
    ),
  ).toBe(false)
})

test('SYS-20 a form or record by the name of something every object has is unknown like any other', () => {
  const life = walkedTo('finding out')
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
    const form = { type: 'save-form', form: name, values: {}, unavailable: {} } as const
    expect(unmetLines(life.try('陈志强', form))).toEqual([`PBK-03 field-unknown ${name}`.trimEnd()])
    const entry = { type: 'add-record', kind: name, values: {} } as const
    expect(unmetLines(life.try('陈志强', entry))).toEqual([
      `INV-01 field-unknown ${name}`.trimEnd(),
    ])
  }
})

test('INV-02 客户无法提供 needs its reason; an empty one is no answer', () => {
  const life = walkedTo('finding out').do('陈志强', record('contact'))
  life.do('陈志强', { ...form('finding-out'), unavailable: { previousBrand: ' ' } })
  life.do('陈志强', form('questions')).do('陈志强', record('read-back'))
  expect(unmetLines(life.try('陈志强', ON))).toEqual(['INV-02 field previousBrand'])
})
