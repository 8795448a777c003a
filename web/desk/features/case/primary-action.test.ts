import type { ComplaintView } from '@yinuo/contract'
import { describe, expect, test } from 'vitest'
import { type CaseAction, isAllowed, reasonsAgainst } from './option.ts'
import { primaryAction } from './primary-action.ts'

type Asked = Parameters<typeof primaryAction>[0]

function asked(step: string, allowed: readonly CaseAction[], more: Partial<Asked> = {}): Asked {
  return {
    step,
    options: allowed.map((action) => ({
      action,
      target: '',
      allowed: true,
      unmet: [],
      advice: [],
    })),
    plan: null,
    agreement: null,
    pendingHandover: null,
    records: {},
    receivers: [],
    closedAt: null,
    signature: { by: { id: 'a', name: '刘芳' }, postLabel: '接待员', at: '2026-03-02T01:00:00Z' },
    ...more,
  }
}
const unmet = (code: string) => [
  { rule: 'INV-01', strength: 'must' as const, text: '', missing: [{ code, text: '' }], who: [] },
]
const person = { id: 'a', name: '陈志强' }

describe('the page has one action, and the server says which are possible (SYS-20)', () => {
  test('the recorder signs first and then hands over (CMP-03, CMP-04)', () => {
    const both: CaseAction[] = ['sign', 'hand-over']
    expect(primaryAction(asked('intake', both, { signature: null }))).toBe('sign')
    expect(primaryAction(asked('intake', both))).toBe('hand-over')
    const waiting = { pendingHandover: { to: person, at: '2026-03-02T01:00:00Z' } }
    expect(primaryAction(asked('intake', ['hand-over'], waiting))).toBeNull()
    expect(primaryAction(asked('intake', ['hand-over', 'acknowledge'], waiting))).toBe(
      'acknowledge',
    )
  })

  test('finding out: the missing talk, then the form, then on (INV-01, INV-02)', () => {
    const locked = {
      action: 'enter-step' as const,
      target: 'negotiation',
      allowed: false,
      advice: [],
    }
    const view = asked('finding-out', ['save-form', 'add-record'])
    const missing = (code: string): Asked => ({
      ...view,
      options: [...view.options, { ...locked, unmet: unmet(code) }],
    })
    expect(primaryAction(missing('record'))).toBe('add-record')
    expect(primaryAction(missing('field'))).toBe('save-form')
    expect(primaryAction(asked('finding-out', ['save-form', 'enter-step']))).toBe('enter-step')
  })

  test('who may record but not work the form is offered nothing as his one action', () => {
    expect(primaryAction(asked('finding-out', ['add-record']))).toBeNull()
  })

  test('a leader decides whatever the step; a second person confirms (APR-02, AGR-01)', () => {
    expect(primaryAction(asked('approval', ['decide-plan', 'tell-decision']))).toBe('decide-plan')
    expect(primaryAction(asked('agreement', ['confirm-scan', 'enter-step']))).toBe('confirm-scan')
    expect(primaryAction(asked('negotiation', ['decide-ending', 'save-form']))).toBe(
      'decide-ending',
    )
  })

  test('after the approval: tell, hear the opinion, make the agreement (APR-03)', () => {
    const all: CaseAction[] = ['tell-decision', 'record-opinion', 'draft-agreement']
    const plan = { told: false, opinion: null } as ComplaintView['plan']
    const held = plan === null ? plan : { ...plan }
    expect(primaryAction(asked('approval', all, { plan: held }))).toBe('tell-decision')
    const told = { ...held, told: true } as ComplaintView['plan']
    expect(primaryAction(asked('approval', all, { plan: told }))).toBe('record-opinion')
    const accepted = { ...told, opinion: 'accepted' } as ComplaintView['plan']
    expect(primaryAction(asked('approval', all, { plan: accepted }))).toBe('draft-agreement')
  })

  test('closing comes before one more follow-up once it is possible (FUP-01)', () => {
    expect(primaryAction(asked('follow-up', ['close', 'record-follow-up']))).toBe('close')
    expect(primaryAction(asked('follow-up', ['record-follow-up']))).toBe('record-follow-up')
  })

  test('a closed case has none', () => {
    const closed = { closedAt: '2026-03-05T00:00:00Z' }
    expect(primaryAction(asked('follow-up', ['close', 'decide-plan'], closed))).toBeNull()
  })
})

test('an action that the server does not name is not possible, and has no reasons', () => {
  const view = asked('intake', ['sign'])
  expect(isAllowed(view, 'close')).toBe(false)
  expect(reasonsAgainst(view, 'close')).toEqual([])
  expect(reasonsAgainst(view, 'sign')).toEqual([])
  const locked = {
    action: 'close' as const,
    target: '',
    allowed: false,
    advice: [],
    unmet: unmet('step'),
  }
  expect(reasonsAgainst({ options: [locked] }, 'close')).toHaveLength(1)
})
