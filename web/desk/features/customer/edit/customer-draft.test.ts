import { expect, test } from 'vitest'
import {
  changesOf,
  conflictingFields,
  type CustomerDraft,
  EMPTY_DRAFT,
  mergeDraft,
  wrongFields,
} from './customer-draft.ts'

const BASE: CustomerDraft = {
  ...EMPTY_DRAFT,
  name: '常州汇通',
  phone: '0519-8000****',
  salutation: '罗经理',
  contacts: [{ name: '小王', role: '仓库', phone: '138********' }],
}

test('a mask left alone is not sent; an emptied field and a new number are (SYS-09)', () => {
  expect(changesOf(BASE, { ...BASE, note: '常来' })).toEqual({ note: '常来' })
  expect(changesOf(BASE, { ...BASE, phone: '' })).toEqual({ phone: '' })
  expect(changesOf(BASE, { ...BASE, phone: '0519-85556666' })).toEqual({ phone: '0519-85556666' })
})

test('empty lines of the address book are no contacts', () => {
  const blank = { name: ' ', role: '', phone: '' }
  expect(changesOf(BASE, { ...BASE, contacts: [...BASE.contacts, blank] })).toEqual({})
})

test('a mask that was typed into and an empty name are complained about before sending', () => {
  expect(wrongFields(BASE, { ...BASE, phone: '0519-9000****', name: ' ' })).toEqual({
    name: 'name',
    phone: 'stars',
  })
  expect(wrongFields(BASE, BASE)).toEqual({})
})

test('only fields that both changed are in conflict; the rest of both stays (SYS-08)', () => {
  const mine = { ...BASE, salutation: '罗厂长', note: '我的备注' }
  const theirs = { ...BASE, salutation: '罗总', products: '齿轮油' }
  expect(conflictingFields(BASE, mine, theirs)).toEqual(['salutation'])
  expect(mergeDraft(BASE, mine, theirs, { salutation: 'theirs' })).toEqual({
    ...BASE,
    salutation: '罗总',
    note: '我的备注',
    products: '齿轮油',
  })
  expect(mergeDraft(BASE, mine, theirs, { salutation: 'mine' }).salutation).toBe('罗厂长')
})
