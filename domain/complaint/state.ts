import type {
  AttachmentId,
  ComplaintId,
  CustomerId,
  InstantText,
  SiteId,
  UserId,
} from '../kernel/ids.ts'
import type { PlaybookCode } from '../playbook/playbook.ts'
import type {
  AgreementContent,
  FieldValues,
  MoodChange,
  PlanContent,
  SpokenLine,
  TaskContent,
} from './event.ts'
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
  /** Who wrote it last and answers for it. */
  readonly author: UserId
  /** Everybody who wrote at it; none of them decides on it (SYS-15). */
  readonly authors: readonly UserId[]
  readonly stage: 'draft' | 'submitted' | 'approved' | 'returned' | 'rejected'
  readonly submittedAt: InstantText | null
  readonly decidedBy: UserId | null
  readonly remarks: string
  /** Canonical text of the content that was approved; the approval covers it and what is inside it, nothing else (APR-02). */
  readonly approvedContent: string | null
  /** An approval is used once: what was carried out under it cannot be granted a second time. */
  readonly spent: boolean
  readonly told: boolean
  readonly opinion: CustomerOpinion | null
}

export type AgreementState = {
  /** Counts the agreements of the case (AGR-04). */
  readonly version: number
  readonly content: AgreementContent
  readonly draftedAt: InstantText
  readonly companySigner: UserId | null
  /** SYS-27: signed by a click under his own log-in, with the post he acted in and when. */
  readonly companySigned: { readonly post: string; readonly at: InstantText } | null
  readonly scan: {
    readonly attachment: AttachmentId
    readonly signer: string
    readonly signedOn: string
    readonly means: SigningMeans
    readonly filedBy: UserId
  } | null
  readonly confirmedBy: UserId | null
  /** SYS-27: signed by a code that went to the customer's contact on file (masked); needs no second person. */
  readonly accepted: {
    readonly signer: string
    readonly at: InstantText
    readonly means: 'sms' | 'mail'
    readonly contact: string
  } | null
}

/** AGR-04: no longer in force, still to be read. `fulfilled`: it was carried out before another took its place. */
export type FormerAgreement = AgreementState & {
  readonly endedAt: InstantText
  readonly endedBy: UserId
  readonly reason: string
  readonly fulfilled: boolean
}

/** Money a leader granted; the sums an approver sees are made of it (APR-02). */
export type Granted = {
  readonly at: InstantText
  readonly author: UserId
  readonly by: UserId
  /** Integer fen, CNY. */
  readonly costFen: number
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
  /** APR-03: an approved refusal is told to the customer before the case ends. */
  readonly told: boolean
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
  readonly formerAgreements: readonly FormerAgreement[]
  readonly granted: readonly Granted[]
  readonly tasks: readonly TaskRow[]
  /** How many answers of follow-ups belong to earlier rounds: what satisfied the customer then does not close the case now. */
  readonly earlierFollowUps: number
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
