import type { TimelineEntry } from '@yinuo/contract'
import type { CommitmentEvent, ComplaintEventType } from '@yinuo/domain'
import { describe, expect, test } from 'vitest'
import { sentenceOf, sentenceOfAll, type SentenceWords } from './sentences.ts'

const words: SentenceWords = {
  t: (key, values = {}) => `${key}(${Object.values(values).join(',')})`,
  word: (key) => key,
  nameOf: () => '周建国',
  stepOf: (key) => `步骤${key}`,
  formOf: (key) => `表${key}`,
  recordOf: (kind) => `记录${kind}`,
  recordText: (_kind, values) =>
    Object.values(values)
      .filter((value) => typeof value === 'string')
      .join('；'),
  fieldOf: (_form, field) => `栏${field}`,
  planOf: () => '方案',
  taskOf: () => '发货',
  when: (instant) => `时间${instant}`,
}
const entry = (type: string, data: TimelineEntry['data'] = {}, more = {}): TimelineEntry => ({
  at: '2026-03-02T01:00:00Z',
  type,
  stream: 'complaint',
  by: null,
  system: false,
  data,
  ...more,
})
/** Complete by the compiler: a new event of the domain must be told here too. */
const EVENTS: { readonly [Type in ComplaintEventType | CommitmentEvent['type']]: true } = {
  registered: true,
  signed: true,
  corrected: true,
  'handed-over': true,
  acknowledged: true,
  'form-saved': true,
  'record-added': true,
  'record-decided': true,
  advised: true,
  replied: true,
  chased: true,
  'step-entered': true,
  'gate-skipped': true,
  'plan-saved': true,
  'plan-submitted': true,
  'plan-revised': true,
  'approval-voided': true,
  'plan-approved': true,
  'plan-returned': true,
  'plan-rejected': true,
  'decision-told': true,
  'opinion-recorded': true,
  'agreement-drafted': true,
  'agreement-signed': true,
  'scan-filed': true,
  'scan-confirmed': true,
  'agreement-voided': true,
  'tasks-created': true,
  'task-added': true,
  'task-acknowledged': true,
  'task-completed': true,
  'followed-up': true,
  'ending-proposed': true,
  'ending-decided': true,
  closed: true,
  'care-planned': true,
  'care-made': true,
  reopened: true,
  attached: true,
  'report-merged': true,
  'contact-revealed': true,
  printed: true,
  'link-sent': true,
  'link-revoked': true,
  'agreement-accepted': true,
  'agreement-declined': true,
  'commitment-opened': true,
  'commitment-warned': true,
  'commitment-missed': true,
  'commitment-escalated': true,
  'commitment-met': true,
  'commitment-voided': true,
  'commitment-reassigned': true,
  'commitment-restarted': true,
  'commitment-explained': true,
}

describe('every event has its sentence (INV-04)', () => {
  test.each(Object.keys(EVENTS))('%s, also when its values were erased', (type) => {
    const { what } = sentenceOf(entry(type), words)
    expect(what).not.toBe(type)
    expect(what).not.toBe('')
  })

  test('one that this screen does not know yet is shown by its name', () => {
    expect(sentenceOf(entry('order-linked'), words).what).toBe('order-linked')
  })
})

test('the words of people stand in full', () => {
  const content = '机油换上以后一路报警😡'.repeat(100)
  const data = {
    kind: 'contact',
    values: { means: 'phone', person: '罗经理', reached: true, content },
  }
  expect(sentenceOf(entry('record-added', data), words)).toMatchObject({
    kind: 'customer',
    what: 'contact(means.phone,罗经理)',
    detail: content,
  })
})

test('a talk that did not happen says so', () => {
  const data = { kind: 'contact', values: { means: 'phone', person: '罗经理', reached: false } }
  expect(sentenceOf(entry('record-added', data), words).what).toBe(
    'contact-missed(means.phone,罗经理)',
  )
})

test('what the customer had to be asked again stands in the talk (INV-24)', () => {
  const values = {
    means: 'phone',
    person: '罗经理',
    reached: true,
    content: '批号',
    askedAgain: 'more',
  }
  expect(sentenceOf(entry('record-added', { kind: 'contact', values }), words).detail).toBe(
    '批号；more',
  )
})

test('an answer to a request names what it answers (INV-14, INV-17)', () => {
  const data = { kind: 'visit-request', entry: 0, decision: 'approved', remarks: '早去早回' }
  expect(sentenceOf(entry('record-decided', data), words)).toMatchObject({
    kind: 'decision',
    what: 'record-decided(decision.approved,记录visit-request)',
    detail: '早去早回',
  })
})

test('a refused attempt names the action and, a line each, what was missing and who may act (SYS-20)', () => {
  const unmet = [
    { rule: 'CMP-03', text: '登记表还没有签字（CMP-03）。可由刘芳办理。' },
    { rule: 'CMP-04', text: '还没有人接收（CMP-04）。' },
  ]
  const data = { unmet }
  expect(sentenceOf(entry('hand-over', data, { stream: 'refusal' }), words)).toMatchObject({
    kind: 'refused',
    what: 'refused(action.hand-over)',
    detail: '登记表还没有签字（CMP-03）。可由刘芳办理。\n还没有人接收（CMP-04）。',
  })
})

test('several saves are counted, several clocks are one quiet line', () => {
  const save = entry('form-saved', { form: 'finding-out' })
  expect(sentenceOfAll({ kind: 'saves', entries: [save, save] }, words).what).toBe(
    'form-saved(表finding-out)，times(2)',
  )
  const clock = entry('commitment-met', { label: '接收确认' })
  expect(sentenceOfAll({ kind: 'clocks', entries: [clock, clock] }, words)).toMatchObject({
    quiet: true,
    what: 'clock-met(接收确认)；clock-met(接收确认)',
  })
})
