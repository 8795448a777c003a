/** How a complaint can end (architecture §4). All but `satisfied` need a leader's approval (NEG-17). */
export const ENDINGS = [
  'satisfied',
  'withdrawn',
  'unreachable',
  'refused',
  'legal',
  'duplicate',
  'misregistered',
] as const
export type EndingKey = (typeof ENDINGS)[number]

/** 抱怨 or 投诉; both run through the same procedure (CMP-06). */
export const COMPLAINT_KINDS = ['complaint', 'grievance'] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]

/** Where the customer reached us (CMP-07). */
export const CHANNELS = [
  'phone',
  'fax',
  'on-site',
  'walk-in',
  'chat',
  'call-back',
  'review',
  'platform-claim',
] as const
export type Channel = (typeof CHANNELS)[number]

/** Who complains (CMP-11). */
export const PARTIES = ['agent', 'end-user', 'company', 'private'] as const
export type Party = (typeof PARTIES)[number]

/** Word-of-mouth risk (ESC-14), ordered. */
export const RISKS = ['low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

/** The customer's mood in four levels (architecture §4), ordered. */
export const MOODS = ['calm', 'anxious', 'angry', 'furious'] as const
export type Mood = (typeof MOODS)[number]

export const PLAN_CLASSES = ['earns', 'even', 'small-loss'] as const
export type PlanClass = (typeof PLAN_CLASSES)[number]

/** NEG-03: how far one meets the customer, ordered. */
export const PLAN_LEVELS = ['none', 'ordinary', 'generous'] as const
export type PlanLevel = (typeof PLAN_LEVELS)[number]

export const PLAN_DECISIONS = ['approved', 'returned', 'rejected'] as const
export type PlanDecision = (typeof PLAN_DECISIONS)[number]

export const CUSTOMER_OPINIONS = ['accepted', 'wants-change', 'declined'] as const
export type CustomerOpinion = (typeof CUSTOMER_OPINIONS)[number]

export const CONTACT_MEANS = ['phone', 'fax', 'visit', 'chat', 'mail'] as const
export type ContactMeans = (typeof CONTACT_MEANS)[number]

/** FUP-02: how one asks whether the customer is satisfied; going there is the better way. */
export const FOLLOW_UP_MEANS = ['visit', 'phone', 'fax'] as const
export type FollowUpMeans = (typeof FOLLOW_UP_MEANS)[number]

/** What a department hands in to show that a task is done (EXE-01, EXE-04). */
export const TASK_EVIDENCE = ['waybill', 'receipt'] as const
export type TaskEvidence = (typeof TASK_EVIDENCE)[number]

export const TASK_STATES = ['open', 'acknowledged', 'done', 'void'] as const
export type TaskState = (typeof TASK_STATES)[number]

export const SIGNING_MEANS = ['paper-scan', 'fax', 'electronic'] as const
export type SigningMeans = (typeof SIGNING_MEANS)[number]

/** The forms of Annex A that are printed for one complaint (SYS-19), in its order: A1, A2 … A9. */
export const PRINT_FORMS = [
  'registration',
  'finding-out',
  'exchange',
  'analysis',
  'negotiation',
  'approval',
  'agreement',
  'execution',
  'follow-up',
] as const
export type PrintForm = (typeof PRINT_FORMS)[number]

/** Every action a complaint knows; routes, permissions, the view's "what may be done" and the decider share this list. */
export const COMPLAINT_ACTIONS = [
  'register',
  'sign',
  'correct',
  'hand-over',
  'acknowledge',
  'save-form',
  'add-record',
  'decide-record',
  'mark-chased',
  'reply',
  'enter-step',
  'save-plan',
  'submit-plan',
  'revise-plan',
  'decide-plan',
  'tell-decision',
  'record-opinion',
  'draft-agreement',
  'sign-agreement',
  'file-scan',
  'confirm-scan',
  'acknowledge-task',
  'complete-task',
  'add-task',
  'record-follow-up',
  'propose-ending',
  'decide-ending',
  'close',
  'plan-care',
  'record-care',
  'reopen',
  'attach',
  'merge-report',
  'reveal-contact',
  'print-form',
  'send-link',
  'revoke-link',
] as const
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number]
