import { canonical, type Json } from '../kernel/canonical.ts'
import { civilDate } from '../kernel/instant.ts'
import type { Missing } from '../kernel/refusal.ts'
import { isEntered, type Facts } from '../playbook/condition.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { ComplaintState } from './state.ts'

/** What playbook conditions may ask of a complaint: form fields, the plan, records, signatures, approvals, tasks. */
export function complaintFacts(state: ComplaintState, playbook: Playbook, zone: string): Facts {
  return {
    read: (path) => readPath(state, path),
    isUnavailable: (path) => {
      const [form = '', field = ''] = path.split('.')
      return isEntered(state.forms[form]?.unavailable[field])
    },
    list: (path) =>
      (state.records[path] ?? []).map((entry) => ({ ...entry.values, at: entry.at, by: entry.by })),
    setting: (name) => Number(playbook.settings[name] ?? 0),
    signed: (what, by) => isSigned(state, what, by),
    approved: (what) =>
      what === 'ending' ? state.proposal?.decision === 'approved' : isPlanApproved(state),
    confirmed: (what) =>
      what === 'agreement' &&
      state.agreement?.confirmedBy != null &&
      state.agreement.companySigner !== null,
    open: (what) => (what === 'task' ? openTasks(state) : []),
    civilDate: (instant) => civilDate(instant, zone),
  }
}

/** The approval covers the plan's present content and nothing else (APR-02). */
export function isPlanApproved(state: ComplaintState): boolean {
  const plan = state.plan
  return (
    plan !== null &&
    plan.stage === 'approved' &&
    plan.approvedContent === canonical(plan.content as unknown as Json)
  )
}

export function openTasks(state: ComplaintState): readonly Missing[] {
  return state.tasks
    .filter((task) => task.state === 'open' || task.state === 'acknowledged')
    .map((task) => ({ code: 'open-task', detail: task.label }))
}

export function lastFollowUp(state: ComplaintState): Readonly<Record<string, Json>> | undefined {
  return state.records['follow-up']?.at(-1)?.values
}

function isSigned(
  state: ComplaintState,
  what: string,
  by: 'recorder' | 'company' | 'customer',
): boolean {
  if (what === 'registration')
    return state.signature !== null && state.signature.by === state.recorder
  if (by === 'company') return state.agreement?.companySigner != null
  return state.agreement?.confirmedBy != null
}

function readPath(state: ComplaintState, path: string): Json | undefined {
  const [root = '', key = ''] = path.split('.')
  if (root === 'complaint') return readComplaint(state, key)
  if (root === 'follow-up') return lastFollowUp(state)?.[key]
  if (root === 'plan') return readPlan(state, key)
  return state.forms[root]?.values[key]
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
  if (key === 'class') return plan.content.class
  return undefined
}

function readComplaint(state: ComplaintState, key: string): Json | undefined {
  const readable = { kind: state.kind, channel: state.channel, receivedAt: state.receivedAt }
  return readable[key as keyof typeof readable]
}
