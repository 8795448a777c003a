import { randomUUIDv7 } from 'node:crypto'
import { api, type ComplaintView } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import {
  type CaseNow,
  presentComplaint,
  presentReceipt,
  registerComplaint,
} from '../complaint/index.ts'
import { mergeDraft, offerSimilar, registerDraft } from './finish-draft.ts'
import type { IntakePorts } from './intake-ports.ts'
import { listDrafts } from './list-drafts.ts'
import { ownDraft } from './own-draft.ts'
import { presentDraft } from './present-draft.ts'
import { putDraftAside, saveDraft, startDraft } from './write-draft.ts'

export function intakeHandlers(ports: IntakePorts): readonly Handler[] {
  const { pool } = ports
  const view = async (done: CaseNow, principal: Principal): Promise<ComplaintView> =>
    presentComplaint(done, principal, await ports.inHand.counts(principal.orgId))
  const { intake } = api
  return [
    on(intake.listDrafts, async ({ principal }) => ({
      drafts: await listDrafts(pool, principal),
    })),
    on(intake.startDraft, ({ principal, body }) => startDraft(ports, principal, body)),
    on(intake.readDraft, async ({ principal, params }) =>
      presentDraft(await ownDraft(pool, principal, params.id), principal),
    ),
    on(intake.saveDraft, ({ principal, params, body }) =>
      saveDraft(ports, principal, { id: params.id, ...body }),
    ),
    on(intake.discardDraft, async ({ principal, params, body }) => {
      await putDraftAside(ports, principal, params.id, body.reason)
      return { ok: true as const }
    }),
    on(intake.similar, async ({ principal, params }) => ({
      cases: await offerSimilar(ports, principal, params.id),
    })),
    on(intake.registerDraft, async (call) =>
      view(await registerDraft(ports, call, call.params.id, call.body), call.principal),
    ),
    on(intake.mergeDraft, async (call) => {
      const { complaintId, content } = call.body
      return view(
        await mergeDraft(ports, call, call.params.id, complaintId, content),
        call.principal,
      )
    }),
    on(intake.register, async (call) =>
      presentReceipt(
        await registerComplaint(ports, call, {
          ...call.body,
          id: call.body.id ?? randomUUIDv7(),
          receivedAt: call.body.receivedAt,
          earlierReason: call.body.earlierReason ?? null,
          firstKeystrokeAt: undefined,
          draftId: null,
        }),
        call.principal,
      ),
    ),
  ]
}
