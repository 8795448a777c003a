import {
  CHANNELS,
  COMPLAINT_ACTIONS,
  COMPLAINT_KINDS,
  CUSTOMER_OPINIONS,
  ENDINGS,
  MOODS,
  PLAN_CLASSES,
  PLAN_DECISIONS,
  PLAN_LEVELS,
  SIGNING_MEANS,
  TASK_EVIDENCE,
  TASK_STATES,
} from '@yinuo/domain'
import { z } from 'zod'
import { commitmentView } from './commitment-view.ts'
import { fieldValues, id, instant, personRef, unmetView } from './shapes.ts'

export const remedyLine = z.object({
  remedy: z.string(),
  note: z.string(),
  product: z.string(),
  quantity: z.number(),
  unit: z.string(),
  amountFen: z.int(),
  who: z.string(),
  on: z.string(),
  place: z.string(),
})
export const planContent = z.object({
  opinion: z.string(),
  remedies: z.array(remedyLine),
  costFen: z.int().nullable(),
  keptFen: z.int().nullable(),
  alternatives: z.array(z.object({ what: z.string(), costFen: z.int(), keptFen: z.int() })),
  level: z.enum(PLAN_LEVELS),
  levelReason: z.string(),
})

/** NEG-14: judged by the program, the best way first. */
export const weighedAlternative = z.object({
  what: z.string(),
  costFen: z.int(),
  keptFen: z.int(),
  class: z.enum(PLAN_CLASSES),
})

const agreementView = z.object({
  version: z.int(),
  customer: z.string(),
  product: z.string(),
  problem: z.string(),
  remedies: z.array(remedyLine),
  costFen: z.int(),
  draftedAt: instant,
  companySigner: personRef.nullable(),
  /** AGR-01: in which post and when he signed. */
  companySigned: z.object({ postLabel: z.string(), at: instant }).nullable(),
  scan: z
    .object({
      attachment: id,
      signer: z.string(),
      signedOn: z.string(),
      means: z.enum(SIGNING_MEANS),
      filedBy: personRef,
    })
    .nullable(),
  confirmedBy: personRef.nullable(),
  /** SYS-27: signed by the customer himself, by a code to his contact on file (masked). */
  accepted: z.object({ signer: z.string(), at: instant, contact: z.string() }).nullable(),
})

export const taskView = z.object({
  id,
  complaintId: id,
  post: z.string(),
  postLabel: z.string(),
  kind: z.string(),
  label: z.string(),
  rule: z.string(),
  product: z.string(),
  quantity: z.number(),
  unit: z.string(),
  note: z.string(),
  recipient: z.string(),
  phone: z.string(),
  address: z.string(),
  state: z.enum(TASK_STATES),
  acknowledgedBy: personRef.nullable(),
  doneBy: personRef.nullable(),
  doneAt: instant.nullable(),
  waybill: z.string(),
  doneOn: z.string(),
  resultNote: z.string(),
  evidence: z.enum(TASK_EVIDENCE),
  /** The day agreed with the customer; empty where the playbook's span holds. */
  dueOn: z.string(),
  /** AGR-03: of which agreement it is a clause. */
  agreement: z.int(),
})
export type TaskView = z.output<typeof taskView>

const entry = z.object({
  at: instant,
  by: personRef,
  values: fieldValues,
  /** The answer, for kinds that wait for one. */
  decision: z
    .object({
      decision: z.enum(PLAN_DECISIONS),
      by: personRef,
      at: instant,
      remarks: z.string(),
    })
    .nullable(),
})

/** Everything one screen needs of a case, with what may be done next and, for what may not, why. Personal fields are masked. */
export const complaintView = z.object({
  id,
  number: z.string(),
  version: z.int(),
  playbook: z.object({ code: z.string(), version: z.int() }),
  title: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  step: z.string(),
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: z.enum(['done', 'open', 'later']),
      needs: z.string(),
    }),
  ),
  kind: z.enum(COMPLAINT_KINDS),
  channel: z.enum(CHANNELS),
  site: z.object({ id, name: z.string() }),
  customer: z.object({ id, name: z.string() }).nullable(),
  recorder: personRef,
  owner: personRef,
  pendingHandover: z.object({ to: personRef, at: instant }).nullable(),
  signature: z.object({ by: personRef, postLabel: z.string(), at: instant }).nullable(),
  acknowledgedAt: instant.nullable(),
  receivedAt: instant,
  registeredAt: instant,
  lastActivityAt: instant,
  words: z.array(z.object({ at: instant, text: z.string(), key: z.boolean() })),
  moods: z.array(z.object({ at: instant, mood: z.enum(MOODS) })),
  forms: z.record(
    z.string(),
    z.object({
      version: z.int(),
      values: fieldValues,
      unavailable: z.record(z.string(), z.string()),
      masked: z.array(z.string()),
    }),
  ),
  corrections: z.array(
    z.object({
      at: instant,
      by: personRef,
      field: z.string(),
      value: z.string(),
      reason: z.string(),
    }),
  ),
  records: z.record(z.string(), z.array(entry)),
  plan: z
    .object({
      version: z.int(),
      content: planContent,
      class: z.enum(PLAN_CLASSES).nullable(),
      alternatives: z.array(weighedAlternative),
      /** What the approval covers while it stands; a plan inside it needs no other (NEG-11). */
      approved: planContent.nullable(),
      author: personRef,
      stage: z.enum(['draft', 'submitted', 'approved', 'returned', 'rejected']),
      submittedAt: instant.nullable(),
      decidedBy: personRef.nullable(),
      remarks: z.string(),
      told: z.boolean(),
      opinion: z.enum(CUSTOMER_OPINIONS).nullable(),
    })
    .nullable(),
  agreement: agreementView.nullable(),
  /** AGR-04: void or carried out, and still to be read; the newest first. */
  formerAgreements: z.array(
    agreementView.extend({
      endedAt: instant,
      endedBy: personRef,
      reason: z.string(),
      fulfilled: z.boolean(),
    }),
  ),
  tasks: z.array(taskView),
  proposal: z
    .object({
      ending: z.enum(ENDINGS),
      reason: z.string(),
      by: personRef,
      decision: z.enum(PLAN_DECISIONS).nullable(),
      decidedBy: personRef.nullable(),
      remarks: z.string(),
      told: z.boolean(),
    })
    .nullable(),
  ending: z.enum(ENDINGS).nullable(),
  closedAt: instant.nullable(),
  chasedAt: instant.nullable(),
  /** What the case shows about itself until it is met or skipped: 未向最终用户核实. */
  marks: z.array(z.object({ rule: z.string(), text: z.string() })),
  /** The customer's mood as last noted. */
  mood: z.enum(MOODS).nullable(),
  /** Points of the playbook's cards that are ticked off; null where a point is advice alone (GDE-02). */
  cardTicks: z.record(z.string(), z.array(z.boolean().nullable())),
  /** The question banks: what was asked and what was answered (INV-18). */
  questions: z.array(
    z.object({
      form: z.string(),
      questions: z.int(),
      asked: z.int(),
      answered: z.int(),
      unasked: z.array(z.string()),
      withheld: z.array(z.string()),
    }),
  ),
  debts: z.array(z.object({ rule: z.string(), reason: z.string(), by: personRef, at: instant })),
  attachments: z.array(
    z.object({ id, name: z.string(), note: z.string(), at: instant, by: personRef }),
  ),
  /** Deadlines and promises, soonest first; `now` is the business time they are to be read against. */
  commitments: z.array(commitmentView),
  now: instant,
  /** The people one may hand over to, with what they have in hand. */
  receivers: z.array(personRef.extend({ inHand: z.int() })),
  /** What may be done next and, for what may not, why. The server asks the same gates again. */
  options: z.array(
    z.object({
      action: z.enum(COMPLAINT_ACTIONS),
      target: z.string(),
      allowed: z.boolean(),
      unmet: z.array(unmetView),
      /** What the playbook advises before it; never in the way. */
      advice: z.array(unmetView),
    }),
  ),
})
export type ComplaintView = z.output<typeof complaintView>

/** What a registration answers: enough to tell the customer; the whole case is one more read away. */
export const complaintReceipt = complaintView.pick({
  id: true,
  number: true,
  version: true,
  title: true,
  status: true,
  statusLabel: true,
  step: true,
  recorder: true,
  owner: true,
  pendingHandover: true,
  receivedAt: true,
  registeredAt: true,
  commitments: true,
  now: true,
})
export type ComplaintReceipt = z.output<typeof complaintReceipt>
