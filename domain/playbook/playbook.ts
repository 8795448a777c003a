import type { Json } from '../kernel/canonical.ts'
import type { Strength } from '../kernel/refusal.ts'
import type { Mood, TaskEvidence } from '../complaint/vocabulary.ts'
import type { Condition } from './condition.ts'

export const PLAYBOOK_CODES = ['LUB', '4S', 'ELC', 'TAO', 'HUI'] as const
export type PlaybookCode = (typeof PLAYBOOK_CODES)[number]

/** What a post may do. Written once; playbooks grant them to posts, routes and the decider ask for them. */
export const DUTIES = [
  'record', // open and register complaints, write drafts, log what the customer says
  'sign-own', // sign one's own registration
  'hand-over', // pass a complaint on to the next owner
  'handle', // find out, analyse, propose, reply, have signed, follow up, close
  'give-opinion', // answer when asked for advice
  'approve', // decide plans and endings of others
  'waive-qualification', // grant an exception to a qualification item
  'execute', // do the tasks addressed to one's post
  'confirm-scan', // confirm as second person what a signed scan shows
  'promise', // make and keep promises to customers
  'edit-customers', // create and change customer files
  'reveal-contacts', // see a masked number in clear, leaving a trace
  'import', // load customers, products, invoices, staff from files
  'edit-phrases', // words for and against in what customers are told
  'administer', // users, posts, sites, playbooks
] as const
export type Duty = (typeof DUTIES)[number]

/** How far a post sees: own records, cases one is involved in, the own site, the whole organisation. `tasks`: its work list only. */
export const SIGHTS = ['tasks', 'own', 'involved', 'site', 'organisation'] as const
export type Sight = (typeof SIGHTS)[number]

export type Post = {
  readonly label: string
  readonly duties: readonly Duty[]
  readonly sight: Sight
  /** Height in the ladder of superiors at a site; the next higher number present is the superior. */
  readonly level: number
  /** The post is granted only to people with a fulfilled qualification record (STF-01). */
  readonly qualified?: boolean
}

export const FIELD_TYPES = [
  'text',
  'long-text',
  'phone',
  'date',
  'choice',
  'integer',
  'money',
  'person',
  'boolean',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export type Field = {
  readonly key: string
  readonly label: string
  readonly type: FieldType
  /** Must be filled before its form counts as complete. */
  readonly required: boolean
  /** May be marked 客户无法提供 with a reason instead of being filled (INV-02). */
  readonly mayBeUnavailable: boolean
  /** Key into `Playbook.choices`, for `choice` fields. */
  readonly choices?: string
  readonly maxLength: number
  readonly hint?: string
  /** Masked for everybody but by an audited reveal (SYS-09). */
  readonly personal: boolean
  /** Requirement that demands this field, where it is not the one of its form. */
  readonly rule?: string
  /** Told to the customer in these words: the playbook's forbidden phrases are looked for in it (SPK-01). */
  readonly toCustomer?: boolean
  /** A question of the question bank: one that has to be asked, or one that helps (INV-18). */
  readonly ask?: 'must' | 'may'
  /** The product groups for which the question is asked; all when absent. */
  readonly for?: readonly string[]
  /** The person named here, or else who writes, is sent there and has to be fit for it (STF-08). */
  readonly sends?: 'visit'
}

export type Form = {
  readonly label: string
  readonly fields: readonly Field[]
  /** Requirement that the required fields of this form enforce when its step is left. */
  readonly rule: string
  /** The field (`form.field`) that says for which product group its questions are asked. */
  readonly groupedBy?: string
}

export type Step = {
  readonly key: string
  readonly label: string
  /** One line that says what the step needs, shown while it is still ahead. */
  readonly needs: string
  readonly forms: readonly string[]
  /** The status a case has on entering the step (Annex J). */
  readonly status: string
  /** Holders of this duty carry the step; the schema refuses a step that no post can carry. */
  readonly duty: Duty
}

/**
 * When a gate is asked. `enter`/`leave`: a step; `save`: a form or record; `send`: handover, plan, refusal;
 * `print`: agreement; `assign`/`grant`: a person; `decide`: plan, ending, close.
 */
export const TRIGGER_VERBS = [
  'enter',
  'leave',
  'save',
  'change',
  'send',
  'print',
  'assign',
  'grant',
  'decide',
] as const
export type Trigger = {
  readonly verb: (typeof TRIGGER_VERBS)[number]
  readonly object: string
  /** For `change`: away from this value, to whatever. Without it a change is something new that is put there. */
  readonly from?: Json
}

export type Gate = {
  readonly id: string
  readonly on: readonly Trigger[]
  readonly strength: Strength
  readonly when?: Condition
  readonly unless?: Condition
  readonly need: Condition
  /** Posts that can supply what is missing. */
  readonly who: readonly string[]
  /** What the case shows, from the beginning, while this is neither met nor skipped: 未向最终用户核实. */
  readonly shows?: string
}

/** What the program says by itself, and to whom, when something comes to be so. */
export type Reaction = {
  /** Requirement it fulfils. */
  readonly id: string
  readonly when: Condition
  /** What the time line and the notice say. */
  readonly says: string
  /** Posts that are told, once each time it comes to be so. */
  readonly notify: readonly string[]
}

export type Choice = { readonly key: string; readonly label: string }
export type ChoiceList = { readonly ordered: boolean; readonly values: readonly Choice[] }

export const LADDER_TARGETS = ['owner', 'superior', 'superior-of-superior', 'leaders'] as const
export type LadderTarget = (typeof LADDER_TARGETS)[number]

export type Clock = {
  readonly key: string
  readonly label: string
  /** Requirement the clock enforces. */
  readonly rule: string
  /** Event selectors (event-selector.ts) of what starts it; any of them. */
  readonly from: readonly string[]
  /** Whether one runs for the case or one for each of its tasks (EXE-04). */
  readonly per: 'case' | 'task'
  /** Which of the case's times it counts from. */
  readonly base: 'event' | 'received'
  readonly due: { readonly after: string } | { readonly endOfDay: number }
  /** ISO duration before the due time at which the owner is warned; also where "将超时" begins. */
  readonly warnBefore: string
  readonly metBy: readonly string[]
  readonly voidedBy: readonly string[]
  readonly ownedBy: 'owner' | 'recorder' | 'receiver' | 'leaders'
  /** Who is told how long after a miss; the first rung is at the due time itself. */
  readonly ladder: readonly { readonly after: string; readonly to: LadderTarget }[]
  /** Starts anew on every activity of the case (ESC-13). */
  readonly restartsOnActivity: boolean
}

export const REMEDY_ASKS = ['who', 'on', 'place'] as const
export type RemedyAsk = (typeof REMEDY_ASKS)[number]

export type Remedy = {
  readonly key: string
  readonly label: string
  readonly kind: 'material' | 'immaterial'
  /** NEG-08: what has to be known before it is proposed. */
  readonly asks: readonly RemedyAsk[]
  /** Material remedies that need a department create a task for this post when the agreement is signed. */
  readonly task?: {
    readonly post: string
    readonly kind: string
    readonly label: string
    readonly rule: string
    readonly evidence: TaskEvidence
  }
}

export type Ending = {
  readonly key: string
  readonly label: string
  /** All endings but the customer's satisfaction need an approval by a leader (NEG-17). */
  readonly needsApproval: boolean
  readonly need?: Condition
  /** APR-03: once approved it is told to the customer, and only then the case ends; the others end with the approval. */
  readonly tell: boolean
  readonly rule: string
}

export type RecordKind = {
  readonly label: string
  readonly fields: readonly Field[]
  readonly rule: string
  readonly duty: Duty
  /** Each entry waits for a yes or no by holders of this duty, never by who wrote it. */
  readonly decidedBy?: Duty
}

export type Card = {
  readonly title: string
  /** `done` ticks the point off on the case (GDE-02). */
  readonly points: readonly { readonly text: string; readonly done?: Condition }[]
  /** Steps in which it is shown first. */
  readonly steps: readonly string[]
  /** Moods of the customer in which it leads, whatever the step (GDE-14). */
  readonly moods: readonly Mood[]
}

/** `off` takes a shipped phrase out of force. */
export const PHRASE_LEVELS = ['block', 'warn', 'recommended', 'off'] as const

/** Words for or against: `block` may not be told a customer, `warn` only with a reason, `recommended` is offered (SPK-01). */
export type Phrase = {
  readonly id: string
  /** Requirement it comes from. */
  readonly rule: string
  readonly level: (typeof PHRASE_LEVELS)[number]
  /** The phrase and its variants; writing, width, spaces and punctuation do not matter (SPK-02). */
  readonly says: readonly string[]
  /** What to say in its place. */
  readonly instead: string
  /** First day on which it counts; a phrase of the file always does. */
  readonly validFrom?: string
}

/** What an assessment holds besides its result: years (a number), the result of a test, or a few words. */
export const QUALIFICATION_VALUES = ['years', 'test', 'words'] as const

export type QualificationItem = {
  readonly key: string
  readonly label: string
  readonly must: boolean
  readonly group: string
  readonly value: (typeof QUALIFICATION_VALUES)[number]
  /** Assessed every year; after twelve months the assessment counts no longer (STF-10). */
  readonly yearly: boolean
  /** Only who fulfils the item may be sent there (STF-08). */
  readonly admits?: 'visit'
}

export type Figure = { readonly label: string; readonly unit: string; readonly rule?: string }

export type Playbook = {
  readonly code: PlaybookCode
  readonly version: number
  readonly label: string
  readonly shortLabel: string
  readonly numberPrefix: string
  readonly choices: Readonly<Record<string, ChoiceList>>
  readonly posts: Readonly<Record<string, Post>>
  readonly forms: Readonly<Record<string, Form>>
  readonly records: Readonly<Record<string, RecordKind>>
  readonly steps: readonly Step[]
  readonly statuses: Readonly<Record<string, string>>
  readonly gates: readonly Gate[]
  readonly reactions: readonly Reaction[]
  readonly clocks: readonly Clock[]
  readonly remedies: readonly Remedy[]
  readonly endings: readonly Ending[]
  readonly cards: Readonly<Record<string, Card>>
  readonly phrases: readonly Phrase[]
  readonly qualification: readonly QualificationItem[]
  readonly settings: Readonly<Record<string, number>>
  /** What each of the settings is called and counted in. */
  readonly figures: Readonly<Record<string, Figure>>
}
