import { expect, test } from 'vitest'
import { isFolded } from './folded-forms.ts'

const field = (more: object = {}) => ({
  key: 'standard',
  label: '标准',
  type: 'text',
  required: false,
  mayBeUnavailable: false,
  maxLength: 500,
  personal: false,
  ...more,
})
const playbook = (more: object = {}) => ({
  forms: { exchange: { label: '换货意图表', rule: 'INV-19', fields: [field(more)] } },
})
const VIEW = { forms: {}, options: [] }
const filled = { version: 1, values: { standard: '不报警' }, unavailable: {}, masked: [] }
const gate = {
  rule: 'GDE-03',
  strength: 'advice' as const,
  text: '',
  missing: [{ code: 'field', text: '', form: 'exchange', field: 'standard' }],
  who: [],
}
const option = { action: 'close' as const, target: '', allowed: true, unmet: [], advice: [gate] }

test('INV-19 a form nobody asks for now is folded, and unfolds when it is filled, mandatory or named', () => {
  expect(isFolded('exchange', playbook(), VIEW)).toBe(true)
  expect(isFolded('exchange', playbook({ required: true }), VIEW)).toBe(false)
  expect(isFolded('exchange', playbook({ ask: 'must' }), VIEW)).toBe(false)
  expect(isFolded('exchange', playbook(), { ...VIEW, forms: { exchange: filled } })).toBe(false)
  expect(isFolded('exchange', playbook(), { ...VIEW, options: [option] })).toBe(false)
})
