import { api } from '@yinuo/contract'
import { newActionKey, urlOf } from '@yinuo/web-shared'
import type { DraftKeeper } from './draft-keeper.ts'

/**
 * The last words of a page that is being closed: `keepalive` lets the request outlive it. Browsers limit such bodies to
 * 64 kB; what does not fit stands on the device and is saved when the intake is opened again.
 */
export function saveWhileLeaving(keeper: DraftKeeper): void {
  const unsent = keeper.unsent()
  if (unsent === null) return
  const { start, revision, content, playbook } = unsent
  const route = start ? api.intake.startDraft : api.intake.saveDraft
  const url = start
    ? urlOf(api.intake.startDraft)
    : urlOf(api.intake.saveDraft, { params: { id: keeper.id } })
  const body = start ? { id: keeper.id, playbook, content } : { revision, content }
  void fetch(url, {
    method: route.method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newActionKey() },
    credentials: 'same-origin',
    keepalive: true,
    body: JSON.stringify(body),
  }).catch(() => undefined)
}
