import { asText } from '@yinuo/domain'
import type { api, OutputOf } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import {
  type CaseNow,
  type CommandCall,
  registerComplaint,
  runCaseCommand,
} from '../complaint/index.ts'
import { closeDraft } from './draft-store.ts'
import { findSimilar } from './find-similar.ts'
import type { DraftContent, IntakePorts } from './intake-ports.ts'
import { ownDraft } from './own-draft.ts'
import { presentDraft } from './present-draft.ts'

export type RegisterWish = {
  readonly content: DraftContent
  readonly receivedAt?: string | undefined
  readonly earlierReason?: string | undefined
  readonly sign: boolean
  readonly handOverTo: string | null
  readonly skip?: Readonly<Record<string, string>> | undefined
}

/** CMP-01: the draft becomes a case, received at its first keystroke. */
export async function registerDraft(
  ports: IntakePorts,
  call: CommandCall,
  id: string,
  { content, ...wish }: RegisterWish,
): Promise<CaseNow> {
  const row = await ownDraft(ports.pool, call.principal, id)
  return registerComplaint(ports, call, {
    ...wish,
    ...content,
    id: row.draft_id,
    playbook: row.playbook,
    words: spoken(content, call.principal.now),
    earlierReason: wish.earlierReason ?? null,
    receivedAt: wish.receivedAt,
    firstKeystrokeAt: row.received_at.toString(),
    draftId: row.draft_id,
  })
}

type Similar = OutputOf<typeof api.intake.similar>['cases']

/** SYS-16: what the draft may be a repetition of. */
export async function offerSimilar(
  ports: IntakePorts,
  principal: Principal,
  id: string,
): Promise<Similar> {
  const row = await ownDraft(ports.pool, principal, id)
  const { content } = presentDraft(row, principal)
  const cases = await findSimilar(ports.pool, principal, { playbook: row.playbook, ...content })
  const statuses = principal.directory.playbooks.get(row.playbook)?.statuses ?? {}
  return cases.map((one) => ({
    id: one.complaint_id,
    number: one.number,
    customer: one.customer_name,
    reason: one.reason,
    receivedAt: one.received_at.toString(),
    status: statuses[one.status] ?? one.status,
  }))
}

/**
 * SYS-16: the draft joins the case it repeats. A case the recorder does not see is open to him for this only while it is
 * offered as similar; an id from elsewhere does not exist for him.
 */
export async function mergeDraft(
  ports: IntakePorts,
  call: CommandCall,
  draftId: string,
  complaintId: string,
  content: DraftContent,
): Promise<CaseNow> {
  const row = await ownDraft(ports.pool, call.principal, draftId)
  const offered = await findSimilar(ports.pool, call.principal, {
    playbook: row.playbook,
    ...content,
  })
  const done = await runCaseCommand(
    ports,
    call,
    complaintId,
    {
      type: 'merge-report',
      receivedAt: row.received_at.toString(),
      person: asText(content.values['reporter']),
      reason: asText(content.values['reason']),
      words: spoken(content, call.principal.now),
    },
    { seenByWorkList: offered.some((one) => one.complaint_id === complaintId) },
  )
  await closeDraft(ports.pool, call.principal.orgId, draftId, complaintId)
  return done
}

/** The line still being typed when one signs is a word of the customer too. */
function spoken(content: DraftContent, now: string): DraftContent['words'] {
  return content.unfinished.trim() === ''
    ? content.words
    : [...content.words, { at: now, text: content.unfinished, key: false }]
}
