import type { DraftView } from '@yinuo/contract'
import { canonical, type Json } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import { discardDraft, insertDraft, updateDraft } from './draft-store.ts'
import type { DraftContent, IntakePorts } from './intake-ports.ts'
import { ownDraft } from './own-draft.ts'
import { presentDraft } from './present-draft.ts'

/** The first keystroke: from here the customer's time runs (CMP-01). Sent again it answers with what stands. */
export async function startDraft(
  ports: IntakePorts,
  principal: Principal,
  draft: { readonly id: string; readonly playbook: string; readonly content: DraftContent },
): Promise<DraftView> {
  const { id, playbook, content } = draft
  if (!principal.directory.playbooks.has(playbook))
    throw new ProblemError('invalid', {
      fields: [{ path: 'playbook', message: '没有这本行业手册' }],
    })
  const { orgId, actor, now } = principal
  await insertDraft(ports.pool, orgId, { id, owner: actor.id, playbook, content, now })
  const row = await ownDraft(ports.pool, principal, id)
  ports.changed({ orgId, noun: 'draft', id, version: row.revision })
  return presentDraft(row, principal)
}

/** Saves what was typed; an older tab is told so and overwrites nothing. */
export async function saveDraft(
  ports: IntakePorts,
  principal: Principal,
  draft: { readonly id: string; readonly revision: number; readonly content: DraftContent },
): Promise<{ revision: number; savedAt: string }> {
  const { orgId, actor, now } = principal
  const taken = await updateDraft(ports.pool, orgId, { ...draft, owner: actor.id, now })
  if (taken) return { revision: draft.revision, savedAt: now }
  const row = await ownDraft(ports.pool, principal, draft.id)
  // The same words again are no conflict: a keepalive save may arrive twice.
  if (row.revision === draft.revision && sameContent(row.content, draft.content))
    return { revision: row.revision, savedAt: row.saved_at.toString() }
  throw new ProblemError('conflict', { current: { version: row.revision } })
}

function sameContent(stored: unknown, sent: DraftContent): boolean {
  return canonical(stored as Json) === canonical(sent as unknown as Json)
}

/** CMP-06: what was no complaint is put aside with a reason; what is registered cannot be. */
export async function putDraftAside(
  ports: IntakePorts,
  principal: Principal,
  id: string,
  reason: string,
): Promise<void> {
  const { orgId, actor } = principal
  if (!(await discardDraft(ports.pool, orgId, id, actor.id, reason))) throw notFound()
  ports.changed({ orgId, noun: 'draft', id, version: 0 })
}
