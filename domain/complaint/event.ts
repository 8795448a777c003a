import type { Json } from '../kernel/canonical.ts'
import type {
  AttachmentId,
  CustomerId,
  InstantText,
  SiteId,
  TaskId,
  UserId,
} from '../kernel/ids.ts'
import type {
  Channel,
  ComplaintKind,
  ContactMeans,
  CustomerOpinion,
  EndingKey,
  FollowUpMeans,
  Mood,
  PlanDecision,
  PlanLevel,
  PrintForm,
  SigningMeans,
  TaskEvidence,
} from './vocabulary.ts'

export type FieldValues = Readonly<Record<string, Json>>

/** One line of what the customer said, in his own words, with the time it was typed. */
export type SpokenLine = { readonly at: InstantText; readonly text: string; readonly key: boolean }
export type MoodChange = { readonly at: InstantText; readonly mood: Mood }

export type RemedyLine = {
  readonly remedy: string
  readonly note: string
  readonly product: string
  readonly quantity: number
  readonly unit: string
  /** Integer fen, CNY. */
  readonly amountFen: number
  /** NEG-08: who does it or is invited, by which day (`2026-03-05`) and where; empty where nobody asked. */
  readonly who: string
  readonly on: string
  readonly place: string
}

/** NEG-14: another way that was weighed, with what it costs and keeps. */
export type PlanAlternative = {
  readonly what: string
  readonly costFen: number
  readonly keptFen: number
}

/** What an approval is bound to: opinion, remedies and money as one content (APR-02). */
export type PlanContent = {
  readonly opinion: string
  readonly remedies: readonly RemedyLine[]
  /** Integer fen; null only while the plan is a draft. */
  readonly costFen: number | null
  /** NEG-14: the business a year that it keeps, integer fen; null only while the plan is a draft. */
  readonly keptFen: number | null
  readonly alternatives: readonly PlanAlternative[]
  /** NEG-03: where the company is at fault, 从优 or a reason. */
  readonly level: PlanLevel
  readonly levelReason: string
}

export type TaskContent = {
  readonly id: TaskId
  readonly post: string
  readonly kind: string
  readonly label: string
  readonly rule: string
  readonly product: string
  readonly quantity: number
  readonly unit: string
  readonly note: string
  readonly recipient: string
  /** A courier takes no parcel without one. */
  readonly phone: string
  readonly address: string
  readonly evidence: TaskEvidence
  /** The day agreed with the customer; empty where the playbook's span holds. */
  readonly dueOn: string
  /** AGR-03: the clause is part of this version of the agreement. */
  readonly agreement: number
}

/** AGR-02: what both sides sign, kept as it was when it was drawn up. Nothing of opinion or fault stands in it (GDE-08). */
export type AgreementContent = {
  readonly customer: string
  readonly address: string
  readonly product: string
  readonly problem: string
  readonly remedies: readonly RemedyLine[]
  /** Integer fen, CNY. */
  readonly costFen: number
}

/** FUP-02, FUP-03: what the customer said when he was asked. */
export type FollowUp = {
  readonly means: FollowUpMeans
  readonly person: string
  readonly answer: string
  readonly satisfied: boolean
  readonly dislikes: string
  readonly changeNeeded: boolean
  /** Did the goods arrive? Null where nothing was sent or nobody asked. */
  readonly received: boolean | null
  readonly nextAt: InstantText | null
}

/**
 * Everything that can happen to a complaint. `type` and `data` are what the log keeps; the top-level keys of `data` are
 * the fields that carry a digest each and can be erased one by one.
 */
export type ComplaintEvent =
  | {
      readonly type: 'registered'
      readonly data: {
        readonly number: string
        readonly playbook: string
        readonly playbookVersion: number
        readonly siteId: SiteId
        readonly customerId: CustomerId | null
        readonly receivedAt: InstantText
        readonly earlierReason: string | null
        readonly kind: ComplaintKind
        readonly channel: Channel
        readonly values: FieldValues
        readonly unavailable: Readonly<Record<string, string>>
        readonly words: readonly SpokenLine[]
        readonly moods: readonly MoodChange[]
        readonly recorder: UserId
      }
    }
  | {
      readonly type: 'signed'
      readonly data: { readonly what: 'registration'; readonly by: UserId; readonly post: string }
    }
  | {
      readonly type: 'corrected'
      readonly data: { readonly field: string; readonly value: string; readonly reason: string }
    }
  | { readonly type: 'handed-over'; readonly data: { readonly to: UserId; readonly from: UserId } }
  | { readonly type: 'acknowledged'; readonly data: { readonly by: UserId } }
  | {
      readonly type: 'form-saved'
      readonly data: {
        readonly form: string
        readonly values: FieldValues
        readonly unavailable: Readonly<Record<string, string>>
      }
    }
  | {
      readonly type: 'record-added'
      readonly data: { readonly kind: string; readonly values: FieldValues }
    }
  | {
      readonly type: 'record-decided'
      readonly data: {
        readonly kind: string
        /** Which entry of the kind, counted from 0. */
        readonly entry: number
        readonly decision: PlanDecision
        readonly remarks: string
      }
    }
  /** What a reaction of the playbook said, and whom it told. */
  | {
      readonly type: 'advised'
      readonly data: {
        readonly rule: string
        readonly says: string
        readonly notify: readonly string[]
      }
    }
  | {
      readonly type: 'replied'
      readonly data: {
        readonly means: ContactMeans
        readonly person: string
        readonly content: string
      }
    }
  | { readonly type: 'chased'; readonly data: { readonly note: string } }
  | { readonly type: 'step-entered'; readonly data: { readonly step: string } }
  | {
      readonly type: 'gate-skipped'
      readonly data: { readonly rule: string; readonly reason: string }
    }
  | { readonly type: 'plan-saved'; readonly data: { readonly plan: PlanContent } }
  | { readonly type: 'plan-submitted'; readonly data: { readonly plan: PlanContent } }
  /** NEG-11: changed inside what is approved; nobody has to decide again. */
  | {
      readonly type: 'plan-revised'
      readonly data: { readonly plan: PlanContent; readonly reason: string }
    }
  /** APR-09: changed beyond what was approved. */
  | { readonly type: 'approval-voided'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'plan-approved'
      readonly data: { readonly remarks: string; readonly content: string }
    }
  | { readonly type: 'plan-returned'; readonly data: { readonly remarks: string } }
  | { readonly type: 'plan-rejected'; readonly data: { readonly remarks: string } }
  | {
      readonly type: 'decision-told'
      readonly data: {
        readonly means: ContactMeans
        readonly person: string
        readonly content: string
      }
    }
  | {
      readonly type: 'opinion-recorded'
      readonly data: { readonly opinion: CustomerOpinion; readonly words: string }
    }
  | {
      readonly type: 'agreement-drafted'
      readonly data: AgreementContent
    }
  | {
      readonly type: 'agreement-signed'
      readonly data: { readonly by: UserId; readonly post: string }
    }
  | {
      readonly type: 'scan-filed'
      readonly data: {
        readonly attachment: AttachmentId
        readonly signer: string
        readonly signedOn: string
        readonly means: SigningMeans
      }
    }
  | { readonly type: 'scan-confirmed'; readonly data: { readonly by: UserId } }
  | { readonly type: 'agreement-voided'; readonly data: { readonly reason: string } }
  | { readonly type: 'tasks-created'; readonly data: { readonly tasks: readonly TaskContent[] } }
  | { readonly type: 'task-added'; readonly data: TaskContent }
  | { readonly type: 'task-acknowledged'; readonly data: { readonly task: TaskId } }
  | {
      readonly type: 'task-completed'
      readonly data: {
        readonly task: TaskId
        readonly waybill: string
        readonly doneOn: string
        readonly note: string
      }
    }
  | { readonly type: 'followed-up'; readonly data: FollowUp }
  | {
      readonly type: 'ending-proposed'
      readonly data: { readonly ending: EndingKey; readonly reason: string }
    }
  | {
      readonly type: 'ending-decided'
      readonly data: { readonly decision: PlanDecision; readonly remarks: string }
    }
  | { readonly type: 'closed'; readonly data: { readonly ending: EndingKey } }
  /** FUP-08: a further contact with the customer of a closed case. */
  | {
      readonly type: 'care-planned'
      readonly data: { readonly dueAt: InstantText; readonly note: string }
    }
  | {
      readonly type: 'care-made'
      readonly data: {
        readonly means: FollowUpMeans
        readonly person: string
        readonly answer: string
        readonly satisfied: boolean
        readonly dislikes: string
      }
    }
  /** SYS-17 */
  | { readonly type: 'reopened'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'attached'
      readonly data: {
        readonly attachment: AttachmentId
        readonly name: string
        readonly note: string
      }
    }
  | {
      readonly type: 'report-merged'
      readonly data: {
        readonly receivedAt: InstantText
        readonly person: string
        readonly reason: string
        readonly words: readonly SpokenLine[]
      }
    }
  | { readonly type: 'contact-revealed'; readonly data: { readonly field: string } }
  /** SYS-19: on paper it leaves the program's sight. */
  | { readonly type: 'printed'; readonly data: { readonly form: PrintForm } }
  /** SYS-27: where to, masked. */
  | {
      readonly type: 'link-sent'
      readonly data: { readonly means: 'sms' | 'mail'; readonly contact: string }
    }
  | { readonly type: 'link-revoked'; readonly data: { readonly reason: string } }
  /** The customer himself, by a code that went to his contact on file; no person of the company did it. */
  | {
      readonly type: 'agreement-accepted'
      readonly data: {
        readonly signer: string
        readonly means: 'sms' | 'mail'
        readonly contact: string
      }
    }
  | { readonly type: 'agreement-declined'; readonly data: { readonly objections: string } }

export type ComplaintEventType = ComplaintEvent['type']

/** Looking at something is no activity for the customer; a silent case must not be hidden by it (ESC-13). */
export const QUIET_EVENTS: ReadonlySet<ComplaintEventType> = new Set<ComplaintEventType>([
  'contact-revealed',
  'printed',
])
