import type {
  AttachmentId,
  ComplaintId,
  CustomerId,
  InstantText,
  SiteId,
  TaskId,
  UserId,
} from '../kernel/ids.ts'
import type { FieldValues, FollowUp, MoodChange, PlanContent, SpokenLine } from './event.ts'
import type {
  Channel,
  ComplaintKind,
  ContactMeans,
  CustomerOpinion,
  EndingKey,
  FollowUpMeans,
  PlanDecision,
  PrintForm,
  SigningMeans,
} from './vocabulary.ts'

type Unavailable = Readonly<Record<string, string>>
/** Reasons given for skipping `should` gates, by requirement id. */
export type SkipReasons = Readonly<Record<string, string>>
type Skippable = { readonly skip?: SkipReasons | undefined }
type Told = { readonly means: ContactMeans; readonly person: string; readonly content: string }

export type RegisterCommand = Skippable & {
  readonly type: 'register'
  readonly id: ComplaintId
  readonly number: string
  readonly siteId: SiteId
  readonly customerId: CustomerId | null
  readonly kind: ComplaintKind
  readonly channel: Channel
  readonly values: FieldValues
  readonly unavailable: Unavailable
  readonly words: readonly SpokenLine[]
  readonly moods: readonly MoodChange[]
  /** When the customer's first word came; the draft's first keystroke unless an earlier time is claimed. */
  readonly receivedAt: InstantText
  /** The moment the program itself vouches for: the draft's first keystroke, or now. */
  readonly firstKeystrokeAt: InstantText
  readonly earlierReason: string | null
}

export type CaseCommand =
  | { readonly type: 'sign' }
  | {
      readonly type: 'correct'
      readonly field: string
      readonly value: string
      readonly reason: string
    }
  | { readonly type: 'hand-over'; readonly to: UserId | null }
  | { readonly type: 'acknowledge' }
  | ({
      readonly type: 'save-form'
      readonly form: string
      readonly values: FieldValues
      readonly unavailable: Unavailable
    } & Skippable)
  | ({
      readonly type: 'add-record'
      readonly kind: string
      readonly values: FieldValues
    } & Skippable)
  | {
      readonly type: 'decide-record'
      readonly kind: string
      readonly entry: number
      readonly decision: PlanDecision
      readonly remarks: string
    }
  | { readonly type: 'mark-chased'; readonly note: string }
  | ({ readonly type: 'reply' } & Told & Skippable)
  | ({
      readonly type: 'enter-step'
      readonly step: string
      readonly taskIds: readonly TaskId[]
    } & Skippable)
  | ({ readonly type: 'save-plan'; readonly plan: PlanContent } & Skippable)
  | ({ readonly type: 'submit-plan'; readonly plan: PlanContent | null } & Skippable)
  | ({
      readonly type: 'revise-plan'
      readonly plan: PlanContent
      readonly reason: string
      /** NEG-11: the customer accepts it in the same talk. */
      readonly accepted: Told | null
    } & Skippable)
  | { readonly type: 'decide-plan'; readonly decision: PlanDecision; readonly remarks: string }
  | ({ readonly type: 'tell-decision' } & Told & Skippable)
  | { readonly type: 'record-opinion'; readonly opinion: CustomerOpinion; readonly words: string }
  | { readonly type: 'draft-agreement' }
  | { readonly type: 'sign-agreement' }
  | {
      readonly type: 'file-scan'
      readonly attachment: AttachmentId
      readonly signer: string
      readonly signedOn: string
      readonly means: SigningMeans
    }
  | { readonly type: 'confirm-scan' }
  | { readonly type: 'acknowledge-task'; readonly task: TaskId }
  | {
      readonly type: 'complete-task'
      readonly task: TaskId
      readonly waybill: string
      readonly doneOn: string
      readonly note: string
    }
  | {
      readonly type: 'add-task'
      readonly task: TaskId
      readonly post: string
      readonly label: string
      readonly product: string
      readonly quantity: number
      readonly unit: string
      readonly note: string
      readonly dueOn: string
    }
  | ({ readonly type: 'record-follow-up' } & FollowUp)
  | { readonly type: 'propose-ending'; readonly ending: EndingKey; readonly reason: string }
  | { readonly type: 'decide-ending'; readonly decision: PlanDecision; readonly remarks: string }
  | ({
      readonly type: 'close'
      /** EXE-14: everything was handled cleanly and completely (干净彻底). */
      readonly clean: boolean
    } & Skippable)
  | { readonly type: 'plan-care'; readonly dueAt: InstantText; readonly note: string }
  | {
      readonly type: 'record-care'
      readonly means: FollowUpMeans
      readonly person: string
      readonly answer: string
      readonly satisfied: boolean
      readonly dislikes: string
    }
  | { readonly type: 'reopen'; readonly reason: string }
  | {
      readonly type: 'attach'
      readonly attachment: AttachmentId
      readonly name: string
      readonly note: string
    }
  | {
      readonly type: 'merge-report'
      readonly receivedAt: InstantText
      readonly person: string
      readonly reason: string
      readonly words: readonly SpokenLine[]
    }
  | { readonly type: 'reveal-contact'; readonly field: string }
  | { readonly type: 'print-form'; readonly form: PrintForm }
  | { readonly type: 'send-link' }
  | { readonly type: 'revoke-link'; readonly reason: string }

export type CommandOf<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>
