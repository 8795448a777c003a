// Written by generate-types.ts from the migrated database; a test checks that it is current.
import type { Generated } from 'kysely'

export interface AttachmentTable {
  org_id: string
  attachment_id: string
  name: string
  type: string
  size: number
  sha256: Buffer
  uploaded_by: string
  complaint_id: string | null
  created_at: Generated<Temporal.Instant>
}

export interface CommitmentTable {
  org_id: string
  commitment_id: string
  complaint_id: string
  kind: string
  clock: string
  seq: number
  head_hash: Buffer
  state: unknown
  owner_id: string | null
  outcome: string
  due_at: Temporal.Instant
  warn_at: Temporal.Instant | null
  missed_at: Temporal.Instant | null
  met_at: Temporal.Instant | null
  next_fire_at: Temporal.Instant | null
}

export interface ComplaintTable {
  org_id: string
  complaint_id: string
  number: string
  version: number
  seq: number
  head_hash: Buffer
  last_event_at: Temporal.Instant
  state: unknown
  playbook: string
  site_id: string
  customer_id: string | null
  customer_name: string
  party: string
  reason: string
  channel: string
  status: string
  step: string
  recorder_id: string
  owner_id: string
  handover_to: string | null
  risk: number | null
  daily_loss_fen: number | null
  received_at: Temporal.Instant
  last_activity_at: Temporal.Instant
  signed_at: Temporal.Instant | null
  acknowledged_at: Temporal.Instant | null
  chased_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
  next_due_at: Temporal.Instant
  rank_at: Temporal.Instant
  awaiting: string | null
}

export interface ComplaintInvolvedTable {
  org_id: string
  user_id: string
  complaint_id: string
}

export interface CredentialTable {
  org_id: string
  user_id: string
  password_hash: string
  one_time: Generated<boolean>
  changed_at: Generated<Temporal.Instant>
}

export interface CustomerTable {
  org_id: string
  customer_id: string
  outside_code: string | null
  name: string
  name_key: string
  name_grams: string[]
  party: string
  phone: Generated<string>
  phone_digits: Generated<string>
  phone_reversed: Generated<string>
  address: Generated<string>
  salutation: Generated<string>
  responsible: Generated<string>
  products: Generated<string>
  contacts: Generated<unknown>
  note: Generated<string>
  trade: Generated<string>
  since: Generated<string>
  prospects: Generated<string>
  agent_id: string | null
  confirmed: Generated<unknown>
  version: number
  seq: number
  head_hash: Buffer
  created_at: Generated<Temporal.Instant>
}

export interface EventTable {
  org_id: string
  stream_id: string
  seq: number
  noun: string
  type: string
  actor_id: string | null
  business_at: Temporal.Instant
  real_at: Temporal.Instant
  digests: unknown
  hash: Buffer
}

export interface EventValueTable {
  org_id: string
  stream_id: string
  seq: number
  fields: unknown
  salts: unknown
}

export interface IdempotencyTable {
  org_id: string
  user_id: string
  key: string
  input_hash: Buffer
  status: number
  subject_id: string
  version: number
  created_at: Generated<Temporal.Instant>
}

export interface ImportRunTable {
  org_id: string
  import_id: string
  kind: string
  file_name: string
  created_by: string
  created_at: Generated<Temporal.Instant>
  content: unknown
  result: Generated<unknown>
  done_at: Temporal.Instant | null
}

export interface IntakeDraftTable {
  org_id: string
  draft_id: string
  owner_id: string
  playbook: string
  received_at: Temporal.Instant
  saved_at: Temporal.Instant
  revision: number
  content: unknown
  complaint_id: string | null
  discarded_reason: string | null
}

export interface InvoiceTable {
  org_id: string
  invoice_id: string
  number: string
  customer_id: string
  purchased_on: Temporal.PlainDate
}

export interface InvoiceLineTable {
  org_id: string
  invoice_id: string
  line: number
  product_id: string
  batch: Generated<string>
  quantity: string
}

export interface LoginAttemptTable {
  subject: Buffer
  window_start: Temporal.Instant
  failures: number
}

export interface NoticeTable {
  org_id: string
  notice_id: string
  user_id: string
  kind: string
  complaint_id: string | null
  commitment_id: string | null
  stage: number | null
  actor_id: string | null
  content: unknown
  created_at: Temporal.Instant
  read_at: Temporal.Instant | null
}

export interface NumberBlockTable {
  org_id: string
  prefix: string
  day: Temporal.PlainDate
  next: number
}

export interface OrganisationTable {
  org_id: string
  name: string
  time_zone: Generated<string>
  demo: Generated<boolean>
  clock_offset: Generated<Temporal.Duration>
  clock_frozen_at: Temporal.Instant | null
  created_at: Generated<Temporal.Instant>
}

export interface PersonTable {
  org_id: string
  user_id: string
  login: string
  name: string
  site_id: string
  reports_to: string | null
  active: Generated<boolean>
  posts: Generated<unknown>
  deputies: Generated<unknown>
  qualification: Generated<unknown>
  version: number
  seq: number
  head_hash: Buffer
}

export interface PhraseTable {
  org_id: string
  phrase_id: string
  playbook: string
  code: string | null
  level: string
  says: string[]
  instead: Generated<string>
  source: Generated<string>
  valid_from: Temporal.PlainDate
  version: number
  seq: number
  head_hash: Buffer
}

export interface PortalLinkTable {
  org_id: string
  link_id: string
  complaint_id: string
  agreement_version: number
  token_hash: Buffer
  means: string
  contact_digest: Buffer
  sent_by: string
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  revoked_at: Temporal.Instant | null
  code_hash: Buffer | null
  code_expires_at: Temporal.Instant | null
  code_tries: Generated<number>
  pass_hash: Buffer | null
  pass_expires_at: Temporal.Instant | null
}

export interface ProductTable {
  org_id: string
  product_id: string
  code: string
  name: string
  spec: Generated<string>
  unit: Generated<string>
}

export interface RefusalTable {
  org_id: string
  refusal_id: string
  noun: string
  subject_id: string | null
  actor_id: string | null
  command: string
  unmet: unknown
  business_at: Temporal.Instant
  real_at: Generated<Temporal.Instant>
}

export interface SealTable {
  org_id: string
  number: number
  sealed_at: Temporal.Instant
  heads: unknown
  mac: Buffer
}

export interface SessionTable {
  org_id: string
  session_id: string
  user_id: string
  token_hash: Buffer
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  revoked_at: Temporal.Instant | null
}

export interface SiteTable {
  org_id: string
  site_id: string
  name: string
  created_at: Generated<Temporal.Instant>
}

export interface TaskTable {
  org_id: string
  task_id: string
  complaint_id: string
  post: string
  state: string
  content: unknown
  created_at: Temporal.Instant
}

export interface Database {
  attachment: AttachmentTable
  commitment: CommitmentTable
  complaint: ComplaintTable
  complaint_involved: ComplaintInvolvedTable
  credential: CredentialTable
  customer: CustomerTable
  event: EventTable
  event_value: EventValueTable
  idempotency: IdempotencyTable
  import_run: ImportRunTable
  intake_draft: IntakeDraftTable
  invoice: InvoiceTable
  invoice_line: InvoiceLineTable
  login_attempt: LoginAttemptTable
  notice: NoticeTable
  number_block: NumberBlockTable
  organisation: OrganisationTable
  person: PersonTable
  phrase: PhraseTable
  portal_link: PortalLinkTable
  product: ProductTable
  refusal: RefusalTable
  seal: SealTable
  session: SessionTable
  site: SiteTable
  task: TaskTable
}
