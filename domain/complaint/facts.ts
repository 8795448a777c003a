import type { Json } from '../kernel/canonical.ts'
import { civilDate } from '../kernel/instant.ts'
import type { Missing } from '../kernel/refusal.ts'
import { isEntered, type Facts } from '../playbook/condition.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { Context } from './context.ts'
import { beyondEnvelope } from './envelope.ts'
import type { PlanContent } from './event.ts'
import { isCustomerSigned } from './signatures.ts'
import type { ComplaintState } from './state.ts'

/** What playbook conditions may ask of a complaint: form fields, the plan, records, signatures, approvals, tasks. */
export function complaintFacts(state: ComplaintState, context: Context): Facts {
  const { playbook, zone } = context
  return {
    read: (path) => readPath(state, path),
    isUnavailable: (path) => {
      const [form = '', field = ''] = path.split('.')
      return isEntered(state.forms[form]?.unavailable[field])
    },
    list: (path) =>
      path === 'plan.remedies'
        ? (state.plan?.content.remedies ?? []).map(({ remedy }) => ({ remedy }))
        : (state.records[path] ?? []).map((entry) => ({
            ...entry.values,
            decision: entry.decision?.decision,
            at: entry.at,
            by: entry.by,
            order: entry.order,
          })),
    ranks: (path) => {
      const [form = '', key = ''] = path.split('.')
      const fields = (playbook.forms[form] ?? playbook.records[form])?.fields
      const list = playbook.choices[fields?.find((field) => field.key === key)?.choices ?? '']
      return list?.ordered === true ? list.values.map((choice) => choice.key) : []
    },
    setAt: (path) => {
      const [form = '', key = ''] = path.split('.')
      return state.forms[form]?.setAt[key] ?? 0
    },
    owner: () => state.owner,
    setting: (name) => Number(playbook.settings[name] ?? 0),
    signed: (what, by) => isSigned(state, what, by),
    approved: (what) =>
      what === 'ending' ? state.proposal?.decision === 'approved' : isPlanApproved(state),
    confirmed: (what) =>
      what === 'agreement' && isCustomerSigned(state) && state.agreement?.companySigner != null,
    open: (what) => (what === 'task' ? openTasks(state) : openDecisions(state, what, playbook)),
    civilDate: (instant) => civilDate(instant, zone),
  }
}

/** The approval covers the plan's present content: what was approved, or what lies inside it (APR-02, NEG-11). */
export function isPlanApproved({ plan }: Pick<ComplaintState, 'plan'>): boolean {
  const approved = approvedOf(plan)
  return plan !== null && approved !== null && beyondEnvelope(plan.content, approved).length === 0
}

/** What a leader approved, where his approval stands and was not used yet. */
export function approvedOf(plan: ComplaintState['plan']): PlanContent | null {
  return plan?.stage === 'approved' && !plan.spent && plan.approvedContent !== null
    ? (JSON.parse(plan.approvedContent) as PlanContent)
    : null
}

export function openTasks(state: ComplaintState): readonly Missing[] {
  return state.tasks
    .filter((task) => task.state === 'open' || task.state === 'acknowledged')
    .map((task) => ({ code: 'open-task', detail: task.label }))
}

/** Entries of a kind that still wait for their answer. */
function openDecisions(
  state: ComplaintState,
  kind: string,
  playbook: Playbook,
): readonly Missing[] {
  const waiting = (state.records[kind] ?? []).filter((entry) => entry.decision === null)
  const label = playbook.records[kind]?.label ?? kind
  return waiting.length === 0
    ? []
    : [{ code: 'open-decision', detail: label, count: waiting.length }]
}

/** The last answer since the case came to be followed up. */
export function lastFollowUp(state: ComplaintState): Readonly<Record<string, Json>> | undefined {
  return state.records['follow-up']?.slice(state.earlierFollowUps).at(-1)?.values
}

function isSigned(
  state: ComplaintState,
  what: string,
  by: 'recorder' | 'company' | 'customer',
): boolean {
  if (what === 'registration')
    return state.signature !== null && state.signature.by === state.recorder
  if (by === 'company') return state.agreement?.companySigner != null
  return isCustomerSigned(state)
}

function readPath(state: ComplaintState, path: string): Json | undefined {
  const [root = '', key = ''] = path.split('.')
  if (root === 'complaint') return readComplaint(state, key)
  if (root === 'follow-up') return lastFollowUp(state)?.[key]
  if (root === 'plan') return readPlan(state, key)
  // A kind of record is read at its newest entry; while one is being added, that is the one.
  return (state.forms[root] ?? state.records[root]?.at(-1))?.values[key]
}

function readPlan(state: ComplaintState, key: string): Json | undefined {
  const plan = state.plan
  if (plan === null) return undefined
  if (key === 'remedies')
    return plan.content.remedies.length === 0 ? undefined : plan.content.remedies.length
  if (key === 'told') return plan.told
  if (key === 'customerOpinion') return plan.opinion ?? undefined
  if (key === 'opinion') return plan.content.opinion
  if (key === 'costFen') return plan.content.costFen ?? undefined
  if (key === 'level') return plan.content.level
  if (key === 'levelReason') return plan.content.levelReason
  if (key === 'keptFen') return plan.content.keptFen ?? undefined
  return undefined
}

function readComplaint(state: ComplaintState, key: string): Json | undefined {
  const readable = { kind: state.kind, channel: state.channel, receivedAt: state.receivedAt }
  return readable[key as keyof typeof readable]
}
