import { draftContent, type DraftView } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import type { DraftRow } from './draft-store.ts'

/** Own drafts as they were typed; another's only as far as a superior needs to ask: nothing personal in it. */
export function presentDraft(row: DraftRow, principal: Principal): DraftView {
  const own = row.owner_id === principal.actor.id
  const content = draftContent.parse(row.content)
  return {
    id: row.draft_id,
    playbook: row.playbook,
    owner: { id: row.owner_id, name: principal.directory.people.get(row.owner_id)?.name ?? '' },
    receivedAt: row.received_at.toString(),
    savedAt: row.saved_at.toString(),
    revision: row.revision,
    content: own
      ? content
      : {
          ...content,
          values: {
            company: content.values['company'] ?? null,
            reason: content.values['reason'] ?? null,
          },
          words: [],
          unfinished: '',
          unavailable: {},
        },
    complaintId: row.complaint_id,
  }
}
