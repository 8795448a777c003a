import { complaintFacts, type FieldValues, marksOf, questionTally } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, type Life, LUB, march } from './life.ts'
import { unmetLines } from './refused.ts'
import { form, PLAN, record, walkedTo } from './way.ts'

const SUBMIT = { type: 'submit-plan', plan: PLAN } as const

function changed(key: string, changes: FieldValues) {
  const filled = form(key)
  return { ...filled, values: { ...filled.values, ...changes } }
}
const asked = (colleague: string) =>
  ({
    type: 'add-record',
    kind: 'consultation',
    values: { colleague, opinion: '留样粘度偏低', clear: true },
  }) as const
const marks = (life: Life) =>
  marksOf(life.state, LUB, complaintFacts(life.state, contextOf('陈志强', life.now, life.people)))

test('INV-11 the six questions of the analysis are asked before the opinion is submitted; a reason may stand for them', () => {
  const life = walkedTo('considered').do('陈志强', changed('analysis', { grasp: '', severity: '' }))
  expect(unmetLines(life.try('陈志强', SUBMIT))).toEqual([
    'INV-11 field severity, field grasp ← after-sales',
  ])
  life.do('陈志强', { ...SUBMIT, skip: { 'INV-11': '领导在场，当面说过' } })
  expect(life.state.debts.map(({ rule }) => rule)).toEqual(['INV-11'])
})

test('INV-12 while he is not sure nobody concludes, judges or submits; a conclusion that stands is left as it is', () => {
  const life = walkedTo('negotiating').do(
    '陈志强',
    changed('analysis', { certainty: 'none', judgement: '' }),
  )
  const unsure = 'INV-12 value certainty ← after-sales'
  const conclusions = [
    changed('analysis', { certainty: 'none', judgement: 'unfounded' }),
    changed('negotiation', {}),
    SUBMIT,
  ]
  for (const command of conclusions)
    expect(unmetLines(life.try('陈志强', command))).toContain(unsure)
  const { fault: _, analysis: __, ...weighed } = form('negotiation').values
  life.do('陈志强', { ...form('negotiation'), values: weighed })
  // What was judged before can be taken back.
  const sure = walkedTo('considered').do('陈志强', changed('analysis', { certainty: 'none' }))
  sure.do('陈志强', changed('analysis', { certainty: 'none', judgement: '' }))
})

test('INV-13 S01 line 6: from 没有把握 one comes up only after somebody else was asked, and after saying so', () => {
  const life = walkedTo('negotiating').do('陈志强', asked('吴敏'))
  life.do('陈志强', changed('analysis', { certainty: 'none', judgement: '' }))
  const sure = changed('analysis', { certainty: 'sure' })
  const refused = ['INV-13 record 请教同行 ← after-sales']
  // 吴敏 was asked before he was unsure, and asking oneself is no asking.
  expect(unmetLines(life.try('陈志强', sure))).toEqual(refused)
  life.do('陈志强', asked('陈志强'))
  expect(unmetLines(life.try('陈志强', sure))).toEqual(refused)
  life.do('陈志强', asked('周建国')).do('陈志强', sure)
  expect(life.state.forms['analysis']?.values['certainty']).toBe('sure')
})

test('INV-13 whom one asked is one of us and still here', () => {
  const life = walkedTo('negotiating')
  for (const stranger of ['马超', '张三'])
    expect(unmetLines(life.try('陈志强', asked(stranger)))).toEqual([
      'ROLE-20 field-choice colleague',
    ])
})

test('INV-15 S01 line 5: 未向最终用户核实 is shown for an agent’s word until it is verified or waived with a reason', () => {
  const shown = [{ rule: 'INV-15', text: '未向最终用户核实' }]
  const life = walkedTo('finding out')
  expect(marks(life)).toEqual(shown)
  life.do('陈志强', record('end-user-check'))
  expect(marks(life)).toEqual([])
  const waived = walkedTo('considered')
  const records = { ...waived.state.records, 'end-user-check': [] }
  waived.state = { ...waived.state, records }
  expect(marks(waived)).toEqual(shown)
  expect(unmetLines(waived.try('陈志强', SUBMIT))).toEqual([
    'INV-15 record 向最终用户核实 ← after-sales',
  ])
  waived.do('陈志强', { ...SUBMIT, skip: { 'INV-15': '修理厂已关门' } })
  expect(marks(waived)).toEqual([])
})

test('INV-16 what is judged unreasonable or unfounded needs words that help the customer see it', () => {
  for (const judgement of ['unreasonable', 'unfounded']) {
    const life = walkedTo('considered').do('陈志强', changed('analysis', { judgement }))
    expect(unmetLines(life.try('陈志强', SUBMIT))).toEqual([
      'INV-16 field persuasion ← after-sales',
    ])
    life.do('陈志强', changed('analysis', { judgement, persuasion: '请他一起看化验单' }))
    life.do('陈志强', SUBMIT)
  }
})

test('INV-18 the question bank counts what was asked and answered, by product group, and names what must be asked', () => {
  const life = walkedTo('finding out')
  const tally = () => questionTally(life.state, 'questions', LUB)
  expect(tally()).toMatchObject({
    questions: 5,
    asked: 0,
    unasked: ['load', 'oilChange', 'filter', 'mixing'],
  })
  life.do('陈志强', form('finding-out')).do('陈志强', form('questions'))
  expect(tally()).toEqual({
    form: 'questions',
    questions: 6,
    asked: 6,
    answered: 5,
    unasked: [],
    withheld: ['fuel'],
  })
  life.do('陈志强', changed('finding-out', { productGroup: 'gear' }))
  expect(tally()?.unasked).toEqual(['metal', 'water'])
  life.do('陈志强', record('contact')).do('陈志强', record('read-back'))
  const on = { type: 'enter-step', step: 'negotiation', taskIds: [] } as const
  expect(unmetLines(life.try('陈志强', on))).toEqual(['INV-18 field metal, field water'])
  life.do('陈志强', { ...on, skip: { 'INV-18': '设备在外地' } })
  expect(questionTally(life.state, 'registration', LUB)).toBeNull()
})

test('INV-19 an exchange is proposed only when standard, use and the product wanted are known', () => {
  const [line] = PLAN.remedies
  const remedies = line === undefined ? [] : [{ ...line, remedy: 'replacement' }]
  const exchange = { ...PLAN, remedies }
  const life = walkedTo('considered')
  for (const type of ['save-plan', 'submit-plan'] as const)
    expect(unmetLines(life.try('陈志强', { type, plan: exchange }))).toContain(
      'INV-19 field standard, field usage, field wanted ← after-sales',
    )
  life.do('陈志强', { type: 'save-plan', plan: PLAN })
  life.do('陈志强', form('exchange')).do('陈志强', { type: 'save-plan', plan: exchange })
})

test('ESC-09 a serious complaint calls the leaders at once, and the case says so until one of them cared', () => {
  const life = walkedTo('negotiating').do('陈志强', changed('analysis', { severity: 'serious' }))
  expect(life.history.at(-1)).toMatchObject({
    type: 'advised',
    data: { rule: 'ESC-09', notify: ['leader'] },
  })
  life.do('陈志强', changed('analysis', { severity: 'serious', grasp: '再查' }))
  expect(life.history.filter(({ type }) => type === 'advised')).toHaveLength(1)
  expect(marks(life).map(({ rule }) => rule)).toContain('ESC-09')
  expect(unmetLines(life.try('陈志强', record('leader-care')))).toEqual(['ROLE-22 post ← leader'])
  life.do('周建国', record('leader-care'), march(2, '14:00'))
  expect(life.state.records['leader-care']?.[0]).toMatchObject({
    at: march(2, '14:00'),
    by: '周建国',
    values: { means: 'phone', doneOn: '2026-03-02' },
  })
  expect(marks(life).map(({ rule }) => rule)).not.toContain('ESC-09')
})
