import { contactOnFile, type CustomerAnswer, isRefusal, judgeCustomerAnswer } from '@yinuo/domain'
import { expect, test } from 'vitest'
import type { Life } from './life.ts'
import { unmetLine } from './refused.ts'
import { walkedTo } from './way.ts'

/** Both sides have what they need: our signature, and a mobile number the recorder wrote down. */
function drawnUp(phone = '138-1234-1234'): Life {
  const life = walkedTo('agreement drafted')
  life.do('陈志强', { type: 'sign-agreement' })
  life.do('刘芳', { type: 'correct', field: 'phone', value: phone, reason: '客户换了号码' })
  return life
}

const CONTACT = { means: 'sms', to: '13812341234' } as const
const YES: CustomerAnswer = { version: 1, contact: CONTACT, accepted: true, signer: '罗建军' }
const NO: CustomerAnswer = { version: 1, contact: CONTACT, accepted: false, objections: '不够' }

const told = (life: Life, answer: CustomerAnswer): readonly string[] => {
  const judged = judgeCustomerAnswer(life.state, answer)
  return isRefusal(judged) ? judged.unmet.map(unmetLine) : judged.map(({ type }) => type)
}

test('AGR-01 the customer signs by himself, and no second person has to confirm it', () => {
  expect(told(drawnUp(), YES)).toEqual(['agreement-accepted'])
})

test('AGR-04 he declines: the agreement is void and the case goes back to negotiation', () => {
  expect(told(drawnUp(), NO)).toEqual(['agreement-declined', 'agreement-voided', 'step-entered'])
})

test('SYS-27 another version, another contact or a missing signature of ours is refused', () => {
  const life = drawnUp()
  expect(told(life, { ...YES, version: 2 })[0]).toContain('AGR-04')
  const elsewhere = { ...CONTACT, to: '13900000000' }
  expect(told(life, { ...YES, contact: elsewhere })[0]).toContain('SYS-27')
  const unsigned = walkedTo('agreement drafted')
  expect(told(unsigned, YES).join()).toContain('agreement-signed-by-company')
  expect(told(life, { ...YES, signer: '　' })[0]).toContain('AGR-01')
  expect(told(life, { ...NO, objections: ' ' })[0]).toContain('AGR-04')
})

test('SYS-27 a link goes only to a contact that somebody else wrote down', () => {
  const life = drawnUp()
  expect(isRefusal(life.try('陈志强', { type: 'send-link' }))).toBe(false)
  life.do('陈志强', { type: 'correct', field: 'phone', value: '13700000000', reason: '换号码' })
  const own = life.try('陈志强', { type: 'send-link' })
  expect(isRefusal(own) && own.unmet.map(unmetLine).join()).toContain('contact-by-other')
  expect(isRefusal(life.try('刘芳', { type: 'send-link' }))).toBe(false)
  expect(isRefusal(life.try('赵永', { type: 'send-link' }))).toBe(true)
})

test('SYS-27 a landline takes no message; a mobile number is known however it is written', () => {
  expect(contactOnFile(drawnUp('0519-80001234').state)).toBeNull()
  for (const phone of ['+86 138 1234 1234', '138-1234-1234', '13812341234'])
    expect(contactOnFile(drawnUp(phone).state)).toMatchObject(CONTACT)
})
