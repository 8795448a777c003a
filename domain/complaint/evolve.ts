import type { RecordedEvent } from './context.ts'
import type { ComplaintState, FormState, TaskRow } from './state.ts'
import { QUIET_EVENTS, type TaskContent } from './event.ts'
import {
  grant,
  newPlan,
  ungranted,
  withdrawn,
  withoutAgreement,
  withPlan,
  withTold,
  written,
} from './evolve-plan.ts'
import type { ComplaintId, TaskId } from '../kernel/ids.ts'
import type { Playbook } from '../playbook/playbook.ts'

type EventOf<Type extends RecordedEvent['type']> = Extract<RecordedEvent, { type: Type }>

/** The first event makes the case; every later one changes it. Pure: replaying a case's events gives the stored state. */
export function begin(
  id: ComplaintId,
  event: EventOf<'registered'>,
  playbook: Playbook,
): ComplaintState {
  const { data } = event
  const first = playbook.steps[0]
  return {
    schema: 1,
    id,
    number: data.number,
    playbook: playbook.code,
    playbookVersion: data.playbookVersion,
    siteId: data.siteId,
    customerId: data.customerId,
    status: first?.status ?? '',
    step: first?.key ?? '',
    kind: data.kind,
    channel: data.channel,
    receivedAt: data.receivedAt,
    registeredAt: event.at,
    lastActivityAt: event.at,
    eventCount: 1,
    recorder: data.recorder,
    owner: data.recorder,
    pendingHandover: null,
    signature: null,
    acknowledgedAt: null,
    words: data.words,
    moods: data.moods,
    forms: { registration: savedForm(undefined, data, 1) },
    corrections: [],
    records: {},
    plan: null,
    agreement: null,
    formerAgreements: [],
    granted: [],
    tasks: [],
    earlierFollowUps: 0,
    proposal: null,
    ending: null,
    closedAt: null,
    chasedAt: null,
    repliedAt: null,
    debts: [],
    attachments: [],
  }
}

const NO_FORM: FormState = { version: 0, values: {}, unavailable: {}, setAt: {} }

/** A form with new content; each field remembers when it last became something else. */
function savedForm(
  before: FormState = NO_FORM,
  { values, unavailable }: Pick<FormState, 'values' | 'unavailable'>,
  order: number,
): FormState {
  const keys = Object.keys({ ...before.values, ...values })
  const changed = keys.filter((key) => (values[key] ?? null) !== (before.values[key] ?? null))
  return {
    version: before.version + 1,
    values,
    unavailable,
    setAt: { ...before.setAt, ...Object.fromEntries(changed.map((key) => [key, order])) },
  }
}

export function evolve(
  state: ComplaintState,
  event: RecordedEvent,
  playbook: Playbook,
): ComplaintState {
  const next = apply({ ...state, eventCount: state.eventCount + 1 }, event, playbook)
  return QUIET_EVENTS.has(event.type) ? next : { ...next, lastActivityAt: event.at }
}

function apply(state: ComplaintState, event: RecordedEvent, playbook: Playbook): ComplaintState {
  const by = event.by ?? state.owner
  switch (event.type) {
    case 'registered':
      throw new Error(`complaint ${state.id} is registered already`)
    case 'signed':
      return { ...state, signature: { by: event.data.by, post: event.data.post, at: event.at } }
    case 'corrected':
      return { ...state, corrections: [...state.corrections, { at: event.at, by, ...event.data }] }
    case 'handed-over':
      return {
        ...state,
        pendingHandover: { to: event.data.to, at: event.at },
        status: state.acknowledgedAt === null ? 'handed-over' : state.status,
      }
    case 'acknowledged':
      return {
        ...state,
        owner: event.data.by,
        pendingHandover: null,
        acknowledgedAt: state.acknowledgedAt ?? event.at,
      }
    case 'form-saved': {
      const saved = savedForm(state.forms[event.data.form], event.data, state.eventCount)
      return { ...state, forms: { ...state.forms, [event.data.form]: saved } }
    }
    case 'record-added':
      return {
        ...state,
        records: withEntry(state, event.data.kind, { ...event, data: event.data.values }),
      }
    case 'record-decided':
      return { ...state, records: withDecision(state, event, by) }
    case 'advised':
      return state
    case 'replied':
      return { ...state, repliedAt: event.at, records: withEntry(state, 'reply', event) }
    case 'chased':
      return { ...state, chasedAt: event.at }
    case 'step-entered': {
      const step = playbook.steps.find((one) => one.key === event.data.step)
      const entered = withdrawn({
        ...state,
        step: event.data.step,
        status: step?.status ?? state.status,
      })
      if (event.data.step === 'execution') return withPlan(entered, { spent: true })
      if (event.data.step === 'follow-up')
        return { ...entered, earlierFollowUps: (state.records['follow-up'] ?? []).length }
      // A refusal that was approved says nothing about what is negotiated afterwards.
      return event.data.step === 'negotiation' && state.proposal?.decision === 'approved'
        ? { ...entered, proposal: null }
        : entered
    }
    case 'gate-skipped':
      return { ...state, debts: [...state.debts, { ...event.data, by, at: event.at }] }
    case 'plan-saved':
      return newPlan(state, event.data.plan, by)
    case 'plan-submitted':
      return withPlan(newPlan(state, event.data.plan, by), {
        stage: 'submitted',
        submittedAt: event.at,
      })
    case 'plan-revised':
      return withPlan(
        state,
        { ...written(state, event.data.plan, by), told: false, opinion: null },
        'approved',
      )
    case 'approval-voided':
      return ungranted(state)
    case 'plan-approved':
      return grant(
        withPlan(
          state,
          {
            stage: 'approved',
            decidedBy: by,
            remarks: event.data.remarks,
            approvedContent: event.data.content,
          },
          'approved',
        ),
        event.at,
        by,
      )
    case 'plan-returned':
      return withPlan(state, { stage: 'returned', decidedBy: by, remarks: event.data.remarks })
    case 'plan-rejected':
      return withPlan(state, { stage: 'rejected', decidedBy: by, remarks: event.data.remarks })
    case 'decision-told':
      return {
        ...withTold(state),
        repliedAt: event.at,
        records: withEntry(state, 'reply', event),
      }
    case 'opinion-recorded':
      return {
        ...withPlan(state, { opinion: event.data.opinion }),
        records: withEntry(state, 'opinion', event),
      }
    case 'agreement-drafted':
      return {
        ...state,
        agreement: {
          version: state.formerAgreements.length + 1,
          content: event.data,
          draftedAt: event.at,
          companySigner: null,
          companySigned: null,
          scan: null,
          accepted: null,
          confirmedBy: null,
        },
      }
    case 'agreement-signed':
      return state.agreement === null
        ? state
        : {
            ...state,
            agreement: {
              ...state.agreement,
              companySigner: event.data.by,
              companySigned: { post: event.data.post, at: event.at },
            },
          }
    case 'scan-filed':
      return state.agreement === null
        ? state
        : { ...state, agreement: { ...state.agreement, scan: { ...event.data, filedBy: by } } }
    case 'scan-confirmed':
      return state.agreement === null
        ? state
        : { ...state, agreement: { ...state.agreement, confirmedBy: event.data.by } }
    case 'agreement-voided':
      return withoutAgreement(state, { at: event.at, by, reason: event.data.reason })
    case 'tasks-created':
      return { ...state, tasks: [...state.tasks, ...event.data.tasks.map(openTask)] }
    case 'task-added':
      return { ...state, tasks: [...state.tasks, openTask(event.data)] }
    case 'task-acknowledged':
      return withTask(state, event.data.task, { state: 'acknowledged', acknowledgedBy: by })
    case 'task-completed':
      return withTask(state, event.data.task, {
        state: 'done',
        doneBy: by,
        doneAt: event.at,
        waybill: event.data.waybill,
        doneOn: event.data.doneOn,
        resultNote: event.data.note,
      })
    case 'followed-up':
      return { ...state, records: withEntry(state, 'follow-up', event) }
    case 'ending-proposed':
      return {
        ...state,
        proposal: { ...event.data, by, decision: null, decidedBy: null, remarks: '', told: false },
      }
    case 'ending-decided':
      return state.proposal === null
        ? state
        : { ...state, proposal: { ...state.proposal, ...event.data, decidedBy: by } }
    case 'closed':
      return {
        ...state,
        ending: event.data.ending,
        closedAt: event.at,
        status: 'closed',
        pendingHandover: null,
        tasks: state.tasks.map((task) =>
          task.state === 'done' ? task : { ...task, state: 'void' },
        ),
      }
    case 'care-planned':
      return { ...state, records: withEntry(state, 'care-plan', event) }
    case 'care-made':
      return { ...state, records: withEntry(state, 'care', event) }
    case 'reopened':
      return {
        ...state,
        ending: null,
        closedAt: null,
        proposal: null,
        records: withEntry(state, 'reopening', event),
        tasks: state.tasks.map((task) =>
          task.state === 'void' ? { ...task, state: 'open', acknowledgedBy: null } : task,
        ),
      }
    case 'attached': {
      const file = {
        id: event.data.attachment,
        name: event.data.name,
        note: event.data.note,
        at: event.at,
        by,
      }
      return { ...state, attachments: [...state.attachments, file] }
    }
    case 'report-merged': {
      // The words join those of the case; the record keeps who came again, when and why.
      const { words, ...report } = event.data
      return {
        ...state,
        chasedAt: event.at,
        words: [...state.words, ...words],
        records: withEntry(state, 'report', { ...event, data: report }),
      }
    }
    case 'agreement-accepted':
      return state.agreement === null
        ? state
        : {
            ...state,
            agreement: { ...state.agreement, accepted: { ...event.data, at: event.at } },
          }
    case 'agreement-declined':
      return withPlan(state, { opinion: 'declined' })
    case 'contact-revealed':
    case 'printed':
    case 'link-sent':
    case 'link-revoked':
      return state
  }
}

function withEntry(
  state: ComplaintState,
  kind: string,
  event: Pick<RecordedEvent, 'at' | 'by'> & { readonly data: object },
): ComplaintState['records'] {
  const entry = {
    at: event.at,
    by: event.by ?? state.owner,
    values: event.data as ComplaintState['forms'][string]['values'],
    order: state.eventCount,
    decision: null,
  }
  return { ...state.records, [kind]: [...(state.records[kind] ?? []), entry] }
}

function withDecision(
  state: ComplaintState,
  { at, data }: EventOf<'record-decided'>,
  by: string,
): ComplaintState['records'] {
  const { kind, entry, decision, remarks } = data
  const entries = (state.records[kind] ?? []).map((one, index) =>
    index === entry ? { ...one, decision: { decision, remarks, by, at } } : one,
  )
  return { ...state.records, [kind]: entries }
}

function openTask(content: TaskContent): TaskRow {
  return {
    ...content,
    state: 'open',
    acknowledgedBy: null,
    doneBy: null,
    doneAt: null,
    waybill: '',
    doneOn: '',
    resultNote: '',
  }
}

function withTask(state: ComplaintState, id: TaskId, change: Partial<TaskRow>): ComplaintState {
  return {
    ...state,
    tasks: state.tasks.map((task) => (task.id === id ? { ...task, ...change } : task)),
  }
}
