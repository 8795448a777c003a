import type {
  AttachmentId,
  ComplaintId,
  CustomerId,
  InstantText,
  SiteId,
  UserId,
} from '../kernel/ids.ts'
import type { PlaybookCode } from '../playbook/playbook.ts'
import type { FieldValues, MoodChange, PlanContent, SpokenLine, TaskContent } from './event.ts'
import type {
  Channel,
  ComplaintKind,
  CustomerOpinion,
  EndingKey,
  PlanDecision,
  SigningMeans,
  TaskState,
} from './vocabulary.ts'

export type FormState = {
  /** Counts saves; `expectedVersion` guards this section alone. */
  readonly version: number
  readonly values: FieldValues
  /** Field → the reason why the customer cannot provide it. */
  readonly unavailable: Readonly<Record<string, string>>
  /** Field → the place in the order of the case's events at which it was last changed. */
  readonly setAt: Readonly<Record<string, number>>
}

export type RecordEntry = {
  readonly at: InstantText
  readonly by: UserId
  readonly values: FieldValues
  /** Its place in the order of the case's events: two things may happen at one instant. */
  readonly order: number
  /** The answer, for records that wait for one. */
  readonly decision: {
    readonly decision: PlanDecision
    readonly by: UserId
    readonly at: InstantText
    readonly remarks: string
  } | null
}
export type Correction = {
  readonly at: InstantText
  readonly by: UserId
  readonly field: string
  readonly value: string
  readonly reason: string
}

export type PlanState = {
  /** Counts saves and submissions; who writes or decides names the version he saw (SYS-08). */
  readonly version: number
  readonly content: PlanContent
  readonly author: UserId
  readonly stage: 'draft' | 'submitted' | 'approved' | 'returned' | 'rejected'
  readonly submittedAt: InstantText | null
  readonly decidedBy: UserId | null
  readonly remarks: string
  /** Canonical text of the content the approval covers; an approval covers nothing else (APR-02). */
  readonly approvedContent: string | null
  readonly told: boolean
  readonly opinion: CustomerOpinion | null
}

export type AgreementState = {
  readonly plan: PlanContent
  readonly draftedAt: InstantText
  readonly companySigner: UserId | null
  readonly scan: {
    readonly attachment: AttachmentId
    readonly signer: string
    readonly signedOn: string
    readonly means: SigningMeans
    readonly filedBy: UserId
  } | null
  readonly confirmedBy: UserId | null
}

export type TaskRow = TaskContent & {
  readonly state: TaskState
  readonly acknowledgedBy: UserId | null
  readonly doneBy: UserId | null
  readonly doneAt: InstantText | null
  readonly waybill: string
  readonly doneOn: string
  readonly resultNote: string
}

export type EndingProposal = {
  readonly ending: EndingKey
  readonly reason: string
  readonly by: UserId
  readonly decision: PlanDecision | null
  readonly decidedBy: UserId | null
  readonly remarks: string
}

/** A complaint as stored: plain JSON, replayable from its events. Raise `schema` and add an upcaster when its shape changes. */
export type ComplaintState = {
  readonly schema: 1
  readonly id: ComplaintId
  readonly number: string
  readonly playbook: PlaybookCode
  readonly playbookVersion: number
  readonly siteId: SiteId
  readonly customerId: CustomerId | null
  readonly status: string
  readonly step: string
  readonly kind: ComplaintKind
  readonly channel: Channel
  readonly receivedAt: InstantText
  readonly registeredAt: InstantText
  readonly lastActivityAt: InstantText
  /** How many events the case has had. */
  readonly eventCount: number
  /** The first person who took the complaint; stays for ever. */
  readonly recorder: UserId
  /** Whose matter it is now; never empty (CMP-08). */
  readonly owner: UserId
  readonly pendingHandover: { readonly to: UserId; readonly at: InstantText } | null
  readonly signature: {
    readonly by: UserId
    readonly post: string
    readonly at: InstantText
  } | null
  readonly acknowledgedAt: InstantText | null
  readonly words: readonly SpokenLine[]
  readonly moods: readonly MoodChange[]
  readonly forms: Readonly<Record<string, FormState>>
  readonly corrections: readonly Correction[]
  readonly records: Readonly<Record<string, readonly RecordEntry[]>>
  readonly plan: PlanState | null
  readonly agreement: AgreementState | null
  readonly tasks: readonly TaskRow[]
  readonly proposal: EndingProposal | null
  readonly ending: EndingKey | null
  readonly closedAt: InstantText | null
  readonly chasedAt: InstantText | null
  readonly repliedAt: InstantText | null
  readonly debts: readonly {
    readonly rule: string
    readonly reason: string
    readonly by: UserId
    readonly at: InstantText
  }[]
  readonly attachments: readonly {
    readonly id: AttachmentId
    readonly name: string
    readonly note: string
    readonly at: InstantText
    readonly by: UserId
  }[]
}
