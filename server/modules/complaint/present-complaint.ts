import {
  asText,
  type Commitment,
  type ComplaintState,
  type Context,
  type FormState,
  maskAddress,
  maskPhone,
  options,
  peopleWith,
  type RecordEntry,
  type TaskRow,
  titleOf,
  civilDate,
} from '@yinuo/domain'
import type { ComplaintReceipt, ComplaintView, TaskView } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { presentCommitment } from '../commitment/index.ts'
import { presentGuidance } from './present-guidance.ts'
import { approvedContent, presentAgreement, presentPlan } from './present-plan.ts'
import type { CaseNow } from './run-case-command.ts'
import { contextOf } from './run-case-command.ts'

type PersonRef = { id: string; name: string }

/** What whoever reported a complaint is told: its number, in whose hands it is, by when what will be done. */
export function presentReceipt(
  { state, version, commitments, now }: CaseNow,
  principal: Principal,
): ComplaintReceipt {
  const person = personIn(principal)
  const playbook = principal.directory.playbooks.get(state.playbook)
  return {
    id: state.id,
    number: state.number,
    version,
    title: titleOf(state),
    status: state.status,
    statusLabel: playbook?.statuses[state.status] ?? state.status,
    step: state.step,
    recorder: person(state.recorder),
    owner: person(state.owner),
    pendingHandover:
      state.pendingHandover === null
        ? null
        : { to: person(state.pendingHandover.to), at: state.pendingHandover.at },
    receivedAt: state.receivedAt,
    registeredAt: state.registeredAt,
    commitments: shownCommitments(commitments).map((one) =>
      presentCommitment(one, principal, state.owner),
    ),
    now,
  }
}

/** The whole case for one screen, masked, with what this person may do next and why not the rest. */
export function presentComplaint(
  { state, version, commitments, now }: CaseNow,
  principal: Principal,
  inHand: ReadonlyMap<string, number>,
): ComplaintView {
  const context = contextOf(principal, state.playbook, now, commitments)
  const person = personIn(principal)
  const maybe = (id: string | null | undefined): PersonRef | null =>
    id === null || id === undefined ? null : person(id)
  const entries = (list: readonly RecordEntry[]) =>
    list.map((entry) => ({
      at: entry.at,
      by: person(entry.by),
      values: { ...entry.values } as ComplaintView['records'][string][number]['values'],
      decision: entry.decision && { ...entry.decision, by: person(entry.decision.by) },
    }))
  const at = context.playbook.steps.findIndex((step) => step.key === state.step)
  return {
    ...presentReceipt({ state, version, commitments, now }, principal),
    playbook: { code: state.playbook, version: state.playbookVersion },
    steps: context.playbook.steps.map((step, index) => ({
      key: step.key,
      label: step.label,
      needs: step.needs,
      state: state.closedAt !== null || index < at ? 'done' : index === at ? 'open' : 'later',
    })),
    kind: state.kind,
    channel: state.channel,
    site: { id: state.siteId, name: principal.directory.sites.get(state.siteId)?.name ?? '' },
    customer:
      state.customerId === null
        ? null
        : {
            id: state.customerId,
            name: asText(state.forms['registration']?.values['company']),
          },
    signature:
      state.signature === null
        ? null
        : {
            by: person(state.signature.by),
            postLabel: context.playbook.posts[state.signature.post]?.label ?? state.signature.post,
            at: state.signature.at,
          },
    acknowledgedAt: state.acknowledgedAt,
    lastActivityAt: state.lastActivityAt,
    words: [...state.words],
    moods: [...state.moods],
    forms: Object.fromEntries(
      Object.entries(state.forms).map(([key, form]) => [key, maskedForm(key, form, context)]),
    ),
    corrections: state.corrections.map((one) => ({
      ...one,
      by: person(one.by),
      value: maskField('registration', one.field, one.value, context),
    })),
    records: Object.fromEntries(
      Object.entries(state.records).map(([kind, list]) => [kind, entries(list)]),
    ),
    plan:
      state.plan === null
        ? null
        : {
            version: state.plan.version,
            ...presentPlan(state.plan.content, context.playbook),
            approved: approvedContent(state),
            author: person(state.plan.author),
            stage: state.plan.stage,
            submittedAt: state.plan.submittedAt,
            decidedBy: maybe(state.plan.decidedBy),
            remarks: state.plan.remarks,
            told: state.plan.told,
            opinion: state.plan.opinion,
          },
    agreement:
      state.agreement === null ? null : presentAgreement(state.agreement, person, context.playbook),
    formerAgreements: state.formerAgreements
      .map(({ endedAt, endedBy, reason, fulfilled, ...agreement }) => ({
        ...presentAgreement(agreement, person, context.playbook),
        endedAt,
        endedBy: person(endedBy),
        reason,
        fulfilled,
      }))
      .reverse(),
    tasks: state.tasks.map((task) => presentTask(task, state, principal, 'masked')),
    proposal:
      state.proposal === null
        ? null
        : {
            ...state.proposal,
            by: person(state.proposal.by),
            decidedBy: maybe(state.proposal.decidedBy),
          },
    ending: state.ending,
    closedAt: state.closedAt,
    chasedAt: state.chasedAt,
    ...presentGuidance(state, context),
    debts: state.debts.map((debt) => ({ ...debt, by: person(debt.by) })),
    attachments: state.attachments.map((file) => ({ ...file, by: person(file.by) })),
    receivers: receivers(state, context, inHand),
    options: options(state, context).map((option) => ({
      ...option,
      unmet: wordUnmet(option.unmet, principal.directory, context.playbook, principal.actor),
      advice: wordUnmet(option.advice, principal.directory, context.playbook, principal.actor),
    })),
  }
}

function personIn(principal: Principal): (id: string) => PersonRef {
  return (id) => ({ id, name: principal.directory.people.get(id)?.name ?? '' })
}

/** Voided clocks say nothing to anybody; silence shows by the time of the last activity, not as a clock among the others. */
function shownCommitments(commitments: readonly Commitment[]): readonly Commitment[] {
  return commitments.filter((one) => one.outcome !== 'void' && one.quietSpan === null)
}

function maskedForm(
  key: string,
  form: FormState,
  context: Context,
): ComplaintView['forms'][string] {
  const personal = (context.playbook.forms[key]?.fields ?? []).filter(
    (field) => field.personal && typeof form.values[field.key] === 'string',
  )
  const masked = personal.map(
    (field) =>
      [field.key, maskField(key, field.key, asText(form.values[field.key]), context)] as const,
  )
  return {
    version: form.version,
    values: {
      ...form.values,
      ...Object.fromEntries(masked),
    } as ComplaintView['forms'][string]['values'],
    unavailable: { ...form.unavailable },
    masked: masked.map(([field]) => field),
  }
}

export function maskField(form: string, field: string, value: string, context: Context): string {
  const definition = context.playbook.forms[form]?.fields.find((one) => one.key === field)
  if (definition?.personal !== true) return value
  return definition.type === 'phone' ? maskPhone(value) : maskAddress(value)
}

/** A department sees of the customer what its task needs: where the goods go (ROLE-05). Everybody else sees it masked. */
export function presentTask(
  task: TaskRow,
  state: { readonly id: string; readonly playbook: string },
  principal: Principal,
  contact: 'clear' | 'masked',
): TaskView {
  const person = personIn(principal)
  const post = principal.directory.playbooks.get(state.playbook)?.posts[task.post]
  return {
    ...task,
    complaintId: state.id,
    postLabel: post?.label ?? task.post,
    phone: contact === 'clear' ? task.phone : maskPhone(task.phone),
    address: contact === 'clear' ? task.address : maskAddress(task.address),
    acknowledgedBy: task.acknowledgedBy === null ? null : person(task.acknowledgedBy),
    doneBy: task.doneBy === null ? null : person(task.doneBy),
  }
}

function receivers(
  state: ComplaintState,
  context: Context,
  inHand: ReadonlyMap<string, number>,
): ComplaintView['receivers'] {
  if (state.closedAt !== null) return []
  const day = civilDate(context.now, context.zone)
  return peopleWith('handle', context.people, context.playbook, day)
    .filter((person) => person.id !== state.owner)
    .map((person) => ({ id: person.id, name: person.name, inHand: inHand.get(person.id) ?? 0 }))
    .sort((a, b) => a.inHand - b.inHand)
}
