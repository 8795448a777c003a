import type { CustomerHit } from '@yinuo/contract'
import { describe, expect, it } from 'vitest'
import { emptyContent, setValue } from '../draft/content.ts'
import { forgetCustomer, newCustomer, takeCustomer } from './take-customer.ts'

const hit: CustomerHit = {
  id: '0197b1b0-0000-7000-8000-000000000001',
  name: '鑫源润滑油经销部',
  party: 'agent',
  phone: '0519-8000****',
  address: '常州市武进区****',
  salutation: '罗经理',
  foundBy: 'invoice',
  invoice: {
    number: '04418237',
    purchasedOn: '2026-02-16',
    lines: [{ product: 'CF-4 15W-40', spec: '18 L', batch: '', quantity: 20, unit: '桶' }],
  },
}

describe('taking the customer that was found (CMP-10)', () => {
  it('fills name, party, salutation and the goods of the invoice; nothing masked becomes a value', () => {
    expect(takeCustomer(emptyContent(), hit)).toMatchObject({
      customerId: hit.id,
      values: {
        company: '鑫源润滑油经销部',
        party: 'agent',
        salutation: '罗经理',
        invoice: '04418237',
        productName: 'CF-4 15W-40',
        spec: '18 L',
      },
    })
    expect(JSON.stringify(takeCustomer(emptyContent(), hit))).not.toContain('*')
  })

  it('keeps what was typed', () => {
    const typed = setValue(emptyContent(), 'productName', 'CI-4')
    expect(takeCustomer(typed, hit).values['productName']).toBe('CI-4')
  })

  it('fills no goods when the invoice has several lines: the person says which', () => {
    const line = { product: 'CF-4', spec: '18 L', batch: '', quantity: 1, unit: '桶' }
    const two = { ...hit, invoice: { number: '1', purchasedOn: '', lines: [line, line] } }
    expect(takeCustomer(emptyContent(), two).values).not.toHaveProperty('productName')
  })

  it('taken back, what came from the file goes and what was typed stays', () => {
    const taken = setValue(takeCustomer(emptyContent(), hit), 'reason', '油压报警')
    expect(forgetCustomer(taken, hit)).toMatchObject({
      customerId: null,
      values: { reason: '油压报警' },
    })
    expect(forgetCustomer(taken, hit).values).not.toHaveProperty('company')
  })
})

describe('a new customer', () => {
  it('digits searched for become the phone number, words the name', () => {
    expect(newCustomer(emptyContent(), '0519-8000 1234').values).toEqual({
      phone: '0519-8000 1234',
    })
    expect(newCustomer(emptyContent(), '宏达汽车修理厂').values).toEqual({
      company: '宏达汽车修理厂',
    })
  })
})
