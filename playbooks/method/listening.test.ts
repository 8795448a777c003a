import { cardTicks, latestMood } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, type Life, LUB, march } from './life.ts'
import { unmetLines } from './refused.ts'
import { form, record, walkedTo } from './way.ts'

const ON = { type: 'enter-step', step: 'negotiation', taskIds: [] } as const
const ticks = (life: Life) => cardTicks(life.state, contextOf('陈志强', life.now, life.people))

test('INV-03 notes keep their time and their marks, key factor and first presumed cause; nothing changes or removes one', () => {
  const life = walkedTo('finding out')
  const values = { text: '热车才亮，像是粘度', key: true, cause: true }
  life.do('陈志强', { type: 'add-record', kind: 'note', values }, march(2, '09:20'))
  life.do('陈志强', record('note'), march(2, '09:30'))
  expect(life.state.records['note']?.map(({ at, by, values: kept }) => [at, by, kept])).toEqual([
    [march(2, '09:20'), '陈志强', values],
    [march(2, '09:30'), '陈志强', record('note').values],
  ])
  expect(LUB.records['note']?.decidedBy).toBeUndefined()
  expect(unmetLines(life.try('陈志强', { ...form('finding-out'), form: 'note' }))[0]).toContain(
    'field-unknown note',
  )
})

test('INV-05 one does not go on before the customer confirmed the restatement; a restatement changed since is confirmed anew', () => {
  const life = walkedTo('finding out').do('陈志强', record('contact'))
  life.do('陈志强', form('finding-out')).do('陈志强', form('questions'))
  const missing = ['INV-05 record 复述给客户确认 ← after-sales']
  expect(unmetLines(life.try('陈志强', ON))).toEqual(missing)
  const readBack = record('read-back')
  life.do('陈志强', { ...readBack, values: { ...readBack.values, result: 'corrected' } })
  expect(unmetLines(life.try('陈志强', ON))).toEqual(missing)
  life.do('陈志强', readBack)
  const restated = form('finding-out')
  life.do('陈志强', { ...restated, values: { ...restated.values, restatement: '两台车' } })
  expect(unmetLines(life.try('陈志强', ON))).toEqual(missing)
  life.do('陈志强', {
    ...restated,
    values: { ...restated.values, restatement: '两台车', risk: 'low' },
  })
  life.do('陈志强', readBack, march(2, '09:50')).do('陈志强', ON)
  expect(life.state.records['read-back']?.at(-1)).toMatchObject({
    at: march(2, '09:50'),
    values: { person: '罗经理', result: 'confirmed' },
  })
})

test('INV-05 a should gate is passed with a written reason, once; the reason stays on the case as a debt', () => {
  const life = walkedTo('finding out').do('陈志强', record('contact'))
  life.do('陈志强', form('finding-out')).do('陈志强', form('questions'))
  expect(unmetLines(life.try('陈志强', { ...ON, skip: { 'INV-05': ' ' } }))).toHaveLength(1)
  life.do('陈志强', { ...ON, skip: { 'INV-05': '客户挂了电话' } }, march(2, '10:00'))
  expect(life.state.debts).toEqual([
    { rule: 'INV-05', reason: '客户挂了电话', by: '陈志强', at: march(2, '10:00') },
  ])
})

test('INV-06 what the customer thinks right and what he demands is asked, or marked as not to be had', () => {
  const life = walkedTo('finding out').do('陈志强', record('contact'))
  const filled = form('finding-out')
  const { wish: _, demand: __, ...values } = filled.values
  life.do('陈志强', { ...filled, values }).do('陈志强', form('questions'))
  life.do('陈志强', record('read-back'))
  expect(unmetLines(life.try('陈志强', ON))).toEqual(['INV-06 field wish, field demand'])
  const unavailable = { ...filled.unavailable, wish: '客户要先查原因' }
  life.do('陈志强', { ...filled, values, unavailable })
  expect(unmetLines(life.try('陈志强', ON))).toEqual(['INV-06 field demand'])
})

test('INV-24 SPK-22 a talk shows that it was asked again, and with which tactful phrase', () => {
  const contact = record('contact')
  const again = { ...contact, values: { ...contact.values, askedAgain: 'more' } }
  const life = walkedTo('finding out').do('陈志强', again)
  expect(life.state.records['contact']?.[0]?.values['askedAgain']).toBe('more')
  expect(LUB.choices['ask-again']?.values.map(({ label }) => label)).toEqual([
    '请再详细说一遍',
    '请稍等，我有点不清楚……',
  ])
  const rude = { ...contact, values: { ...contact.values, askedAgain: '啥？' } }
  expect(unmetLines(life.try('陈志强', rude))).toEqual(['INV-01 field-choice askedAgain'])
})

test('GDE-06 explanation and apology wait until the customer has finished, unless a reason is given', () => {
  const life = walkedTo('finding out')
  const vent = record('vent')
  for (const kind of ['explanation', 'apology']) {
    expect(unmetLines(life.try('陈志强', record(kind)))).toEqual([
      'GDE-06 record 听客户说完 ← after-sales',
    ])
  }
  life.do('陈志强', { ...vent, values: { ...vent.values, finished: false } })
  expect(unmetLines(life.try('陈志强', record('apology')))).toHaveLength(1)
  life.do('陈志强', vent).do('陈志强', record('apology')).do('陈志强', record('explanation'))
  expect(life.state.debts).toEqual([])
  const { minutes: _, ...hasty } = vent.values
  expect(unmetLines(life.try('陈志强', { ...vent, values: hasty }))).toEqual([
    'GDE-06 field minutes',
  ])
})

test('INV-21 an explanation is kept with who gave it, when, and how the customer took it', () => {
  const life = walkedTo('finding out').do('陈志强', record('vent'))
  life.do('陈志强', record('explanation'), march(2, '10:10'))
  expect(life.state.records['explanation']?.[0]).toMatchObject({
    at: march(2, '10:10'),
    by: '陈志强',
    values: { content: record('explanation').values['content'], reaction: '听明白了，放心一些' },
  })
  const { reaction: _, ...deaf } = record('explanation').values
  const untold = { type: 'add-record', kind: 'explanation', values: deaf } as const
  expect(unmetLines(life.try('陈志强', untold))).toEqual(['INV-21 field reaction'])
})

test('GDE-07 an apology names whom and for which inconvenience, and touches no judgement about fault', () => {
  const life = walkedTo('considered')
  const before = life.state.forms
  life.do('陈志强', record('apology'))
  expect(life.state.forms).toBe(before)
  expect(LUB.records['apology']?.fields.map(({ key }) => key)).toEqual(['person', 'inconvenience'])
  const empty = { type: 'add-record', kind: 'apology', values: {} } as const
  expect(unmetLines(life.try('陈志强', empty))).toEqual([
    'GDE-07 field person, field inconvenience',
  ])
})

test('GDE-02 the six steps are ticked off as they happen, each by what was recorded of it', () => {
  expect(ticks(walkedTo('finding out'))['six-steps']).toEqual(Array(6).fill(false))
  expect(ticks(walkedTo('considered'))['six-steps']).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(ticks(walkedTo('satisfied'))['six-steps']).toEqual(Array(6).fill(true))
  expect(ticks(walkedTo('satisfied'))['three-rules']).toEqual([null, null, null])
})

test('GDE-14 the mood last noted is the one of the last talk, of the calming, else of the intake', () => {
  const life = walkedTo('finding out')
  expect(latestMood(life.state)).toBe('anxious')
  const contact = record('contact')
  life.do('陈志强', { ...contact, values: { ...contact.values, mood: 'furious' } })
  expect(latestMood(life.state)).toBe('furious')
  life.do('陈志强', record('calming')).do('陈志强', record('note'))
  expect(latestMood(life.state)).toBe('calm')
  expect(LUB.cards['calm-reply']?.moods).toEqual(['angry', 'furious'])
})
