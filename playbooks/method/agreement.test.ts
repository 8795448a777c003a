import { expect, test } from 'vitest'
import { EXAMPLE, march } from './life.ts'
import { unmetLines } from './refused.ts'
import { PLAN, SCAN, taskIds, TOLD, walkedTo } from './way.ts'

const EXECUTE = { type: 'enter-step', step: 'execution', taskIds: taskIds(1) } as const
const CONFIRM = { type: 'confirm-scan' } as const

test('AGR-01 the agreement carries the approved plan and needs the customer to have accepted it', () => {
  const told = walkedTo('plan approved').do('陈志强', { type: 'tell-decision', ...TOLD })
  expect(unmetLines(told.try('陈志强', { type: 'draft-agreement' }))).toEqual([
    'AGR-01 customer-opinion-accepted ← 陈志强',
  ])
  expect(walkedTo('agreement drafted').history.at(-2)).toMatchObject({
    type: 'agreement-drafted',
    data: {
      customer: EXAMPLE.forms['registration']?.values['company'],
      product: 'CF-4 15W-40 柴机油，18L 桶，20251118-B2',
      problem: 'CF-4 15W-40 柴机油使用后油压报警',
      remedies: PLAN.remedies,
      costFen: PLAN.costFen,
    },
  })
})

test('AGR-01 S01 line 9: no execution while a signature or its confirmation is missing', () => {
  const life = walkedTo('agreement drafted')
  expect(unmetLines(life.try('陈志强', EXECUTE))[0]).toContain(
    'AGR-01 agreement-signed-by-company, agreement-scan, agreement-confirmed-by-second-person',
  )
  life.do('陈志强', { type: 'sign-agreement' }).do('陈志强', SCAN)
  expect(unmetLines(life.try('陈志强', EXECUTE))[0]).toContain(
    'AGR-01 agreement-confirmed-by-second-person',
  )
  life.do('刘芳', CONFIRM).do('陈志强', EXECUTE)
  expect(life.state.status).toBe('executing')
})

test('AGR-01 a second person confirms the scan: not who filed it, not who signed for the company', () => {
  const life = walkedTo('agreement drafted')
  expect(unmetLines(life.try('刘芳', CONFIRM))).toEqual(['AGR-01 agreement-scan ← 陈志强'])
  life.do('陈志强', { type: 'sign-agreement' }).do('陈志强', { type: 'hand-over', to: '吴敏' })
  life.do('吴敏', { type: 'acknowledge' }).do('吴敏', SCAN)
  expect(unmetLines(life.try('吴敏', CONFIRM))[0]).toMatch(/^AGR-01 other-person ← /)
  expect(unmetLines(life.try('陈志强', CONFIRM))[0]).toMatch(/^AGR-01 other-person ← /)
  expect(unmetLines(life.try('赵永', CONFIRM))).toEqual([
    'ROLE-22 post ← receptionist, after-sales, leader',
  ])
  life.do('周建国', CONFIRM)
  expect(unmetLines(life.try('周建国', CONFIRM))).toEqual(['AGR-01 not-signed-yet'])
  expect(unmetLines(life.try('吴敏', SCAN))).toEqual(['AGR-01 not-signed-yet'])
})

test('AGR-01 a better scan replaces the first until one is confirmed; its day is not in the future', () => {
  const life = walkedTo('agreement drafted').do('陈志强', SCAN)
  life.do('陈志强', { ...SCAN, attachment: 'scan-2', means: 'paper-scan' })
  expect(life.state.agreement?.scan).toMatchObject({ attachment: 'scan-2', means: 'paper-scan' })
  expect(unmetLines(life.try('陈志强', { ...SCAN, signedOn: '2026-03-03' }))).toEqual([
    'AGR-01 date-not-future signedOn',
  ])
})

test('GDE-08 AGR-02 neither opinion nor fault stands in what the customer signs', () => {
  const { state } = walkedTo('agreement drafted')
  expect(JSON.stringify(state.agreement)).not.toMatch(/粘度偏低|从优|过错|opinion|fault|keptFen/)
})

test('AGR-04 agreements are numbered; what is no longer in force stays readable with its reason', () => {
  const life = walkedTo('agreement confirmed')
  life.do('陈志强', { type: 'record-opinion', opinion: 'declined', words: '再想想' })
  life.do('陈志强', { type: 'submit-plan', plan: PLAN })
  life.do('周建国', { type: 'decide-plan', decision: 'approved', remarks: '' })
  life.do('陈志强', { type: 'tell-decision', ...TOLD })
  life.do('陈志强', { type: 'record-opinion', opinion: 'accepted', words: '' })
  life.do('陈志强', { type: 'draft-agreement' })
  expect(life.state.agreement).toMatchObject({ version: 2, companySigner: null, scan: null })
  expect(life.state.formerAgreements).toMatchObject([
    { version: 1, companySigner: '陈志强', scan: { signer: '罗建军' }, reason: '再想想' },
  ])
})

test('AGR-04 a customer who does not accept says what he objects to', () => {
  const life = walkedTo('agreement drafted')
  expect(
    unmetLines(life.try('陈志强', { type: 'record-opinion', opinion: 'declined', words: ' ' })),
  ).toEqual(['AGR-04 objections words'])
})

test('SYS-27 AGR-01 both signatures carry name, date and means: ours a click under one’s own log-in, the customer’s a scan or fax', () => {
  expect(walkedTo('agreement confirmed').state.agreement).toMatchObject({
    companySigner: '陈志强',
    companySigned: { post: 'after-sales', at: march(2, '16:10') },
    scan: { signer: '罗建军', signedOn: '2026-03-02', means: 'fax', filedBy: '陈志强' },
    confirmedBy: '刘芳',
  })
})

test('AGR-01 the company signs once, by the owner, on an agreement that exists', () => {
  const sign = { type: 'sign-agreement' } as const
  expect(unmetLines(walkedTo('plan accepted').try('陈志强', sign))).toEqual([
    'AGR-01 agreement-draft ← 陈志强',
  ])
  const life = walkedTo('agreement drafted').do('陈志强', sign)
  expect(unmetLines(life.try('陈志强', sign))).toEqual(['AGR-01 not-signed-yet'])
  expect(unmetLines(life.try('刘芳', sign))).toContain('CMP-08 owner ← 陈志强')
})

test('AGR-01 who confirmed the scan does not sign for the company afterwards', () => {
  const life = walkedTo('agreement drafted').do('陈志强', SCAN).do('吴敏', CONFIRM)
  life.do('陈志强', { type: 'hand-over', to: '吴敏' }).do('吴敏', { type: 'acknowledge' })
  expect(unmetLines(life.try('吴敏', { type: 'sign-agreement' }))).toEqual([
    'AGR-01 other-person ← 陈志强, 郑凯, 林岚',
  ])
})

test('AGR-01 the second person who is named can really be he: neither filer nor signer', () => {
  const life = walkedTo('agreement drafted').do('陈志强', { type: 'sign-agreement' })
  life.do('陈志强', { type: 'hand-over', to: '吴敏' }).do('吴敏', { type: 'acknowledge' })
  life.do('吴敏', SCAN)
  expect(unmetLines(life.try('吴敏', CONFIRM))).toEqual([
    'AGR-01 other-person ← 刘芳, 郑凯, 林岚, 周建国',
  ])
})

test('AGR-01 before execution it is named who can give the confirmation that is missing', () => {
  const life = walkedTo('agreement drafted').do('陈志强', { type: 'sign-agreement' })
  life.do('陈志强', SCAN)
  expect(unmetLines(life.try('陈志强', EXECUTE))).toEqual([
    'AGR-01 agreement-confirmed-by-second-person ← receptionist, after-sales, leader',
  ])
})
