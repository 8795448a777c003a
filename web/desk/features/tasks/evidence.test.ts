import { expect, test } from 'vitest'
import { evidenceOf } from './evidence.ts'

const task = (post: string, label: string, evidence: string) => ({
  key: label,
  label,
  kind: 'material' as const,
  task: { post, label, evidence },
})
const playbook = {
  remedies: [
    task('warehouse', '发货', 'waybill'),
    task('warehouse', '收回退货', 'receipt'),
    { key: 'apology', label: '道歉', kind: 'immaterial' as const, task: null },
  ],
}

test('EXE-01: a dispatch asks for the waybill, taking goods back for the receipt', () => {
  expect(evidenceOf({ post: 'warehouse', label: '发货' }, playbook)).toBe('waybill')
  expect(evidenceOf({ post: 'warehouse', label: '收回退货' }, playbook)).toBe('receipt')
})

test('before the playbook is there, or for a task it no longer knows, the plain form is shown', () => {
  expect(evidenceOf({ post: 'warehouse', label: '发货' }, undefined)).toBe('receipt')
  expect(evidenceOf({ post: 'production', label: '发货' }, playbook)).toBe('receipt')
})
