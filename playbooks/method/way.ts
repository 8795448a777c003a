import type { CaseCommand, PlanContent } from '@yinuo/domain'
import { EXAMPLE, type Life, march, registered } from './life.ts'

export const PLAN: PlanContent = EXAMPLE.plan

export const TOLD = { means: 'phone', person: '罗经理', content: '赔油两桶，今天批准' } as const

/** Ids for as many tasks as any plan of the tests has; fresh ones for every round. */
export function taskIds(round: number): readonly string[] {
  return [1, 2, 3, 4, 5].map((number) => `task-${round}-${number}`)
}

export function form(key: string): Extract<CaseCommand, { type: 'save-form' }> {
  const filled = EXAMPLE.forms[key]
  if (filled === undefined) throw new Error(`no worked example of ${key}`)
  return { type: 'save-form', form: key, ...filled }
}

export function record(kind: string): Extract<CaseCommand, { type: 'add-record' }> {
  const values = EXAMPLE.records[kind]
  if (values === undefined) throw new Error(`no worked example of ${kind}`)
  return { type: 'add-record', kind, values }
}

export const SCAN = {
  type: 'file-scan',
  attachment: 'scan-1',
  signer: '罗建军',
  signedOn: '2026-03-02',
  means: 'fax',
} as const

export const PRINTING = {
  post: 'related-department',
  label: '补印合格证',
  product: '',
  quantity: 2,
  unit: '份',
  note: '随货寄出',
  dueOn: '',
}

export const CARE = {
  means: 'phone',
  person: '罗经理',
  answer: '一直正常',
  satisfied: true,
  dislikes: '',
} as const

export function followUp(
  changes: Partial<Extract<CaseCommand, { type: 'record-follow-up' }>> = {},
): CaseCommand {
  return {
    type: 'record-follow-up',
    means: 'phone',
    person: '罗经理',
    answer: '油压正常了',
    satisfied: true,
    dislikes: '',
    changeNeeded: false,
    received: true,
    nextAt: null,
    ...changes,
  }
}

/** What the method asks for before a plan is reported: calmed, apologised, analysed, verified, weighed. */
function considered(life: Life): Life {
  for (const kind of ['vent', 'calming', 'apology', 'end-user-check'])
    life.do('陈志强', record(kind), march(2, '11:00'))
  return life.do('陈志强', form('analysis')).do('陈志强', form('negotiation'))
}

type Place = readonly [place: string, goOn: (life: Life) => unknown]

/** S01 by the hands of S01's people: each place on the way and how it is reached from the one before. */
export const WAY: readonly Place[] = [
  ['registered', () => undefined],
  ['signed', (life) => life.do('刘芳', { type: 'sign' }, march(2, '09:03'))],
  [
    'handed over',
    (life) => life.do('刘芳', { type: 'hand-over', to: '陈志强' }, march(2, '09:04')),
  ],
  ['finding out', (life) => life.do('陈志强', { type: 'acknowledge' }, march(2, '09:10'))],
  [
    'negotiating',
    (life) =>
      life
        .do('陈志强', record('contact'), march(2, '09:40'))
        .do('陈志强', form('finding-out'))
        .do('陈志强', form('questions'))
        .do('陈志强', record('read-back'))
        .do('陈志强', { type: 'enter-step', step: 'negotiation', taskIds: [] }),
  ],
  ['considered', considered],
  ['plan submitted', (life) => life.do('陈志强', { type: 'submit-plan', plan: PLAN })],
  [
    'plan approved',
    (life) =>
      life.do(
        '周建国',
        { type: 'decide-plan', decision: 'approved', remarks: '' },
        march(2, '15:00'),
      ),
  ],
  [
    'plan accepted',
    (life) =>
      life
        .do('陈志强', { type: 'tell-decision', ...TOLD }, march(2, '15:40'))
        .do('陈志强', { type: 'record-opinion', opinion: 'accepted', words: '可以' }),
  ],
  [
    'agreement drafted',
    (life) => life.do('陈志强', { type: 'draft-agreement' }, march(2, '16:00')),
  ],
  [
    'agreement confirmed',
    (life) =>
      life
        .do('陈志强', { type: 'sign-agreement' }, march(2, '16:10'))
        .do('陈志强', SCAN, march(2, '16:30'))
        .do('刘芳', { type: 'confirm-scan' }, march(2, '16:40')),
  ],
  [
    'executing',
    (life) => life.do('陈志强', { type: 'enter-step', step: 'execution', taskIds: taskIds(1) }),
  ],
  [
    'executed',
    (life) =>
      life
        .do('赵永', { type: 'acknowledge-task', task: 'task-1-1' }, march(3, '08:30'))
        .do(
          '赵永',
          {
            type: 'complete-task',
            task: 'task-1-1',
            waybill: 'SF1000001',
            doneOn: '2026-03-03',
            note: '',
          },
          march(3, '10:00'),
        )
        .do(
          '孙丽',
          {
            type: 'complete-task',
            task: 'task-1-2',
            waybill: '',
            doneOn: '2026-03-03',
            note: '罗经理签收',
          },
          march(3, '11:00'),
        ),
  ],
  [
    'following up',
    (life) =>
      life.do('陈志强', { type: 'enter-step', step: 'follow-up', taskIds: [] }, march(3, '11:30')),
  ],
  ['satisfied', (life) => life.do('陈志强', followUp(), march(4, '10:00'))],
  ['closed', (life) => life.do('陈志强', { type: 'close', clean: true }, march(4, '10:05'))],
]

/** Brings a complaint along S01 up to and including a place. */
export function walkedTo(place: string, life: Life = registered()): Life {
  const last = WAY.findIndex(([name]) => name === place)
  if (last < 0) throw new Error(`no such place: ${place}`)
  for (const [, goOn] of WAY.slice(0, last + 1)) goOn(life)
  return life
}
