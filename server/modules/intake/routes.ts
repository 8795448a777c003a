import { randomUUIDv7 } from 'node:crypto'
import { api, type ComplaintView, type draftContent } from '@yinuo/contract'
import { before, civilDate, postKeys, superiorIdOf, type UserId } from '@yinuo/domain'
import type { z } from 'zod'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import {
  type CasePorts,
  type CommandCall,
  type InHand,
  presentComplaint,
  registerComplaint,
  runCaseCommand,
} from '../complaint/index.ts'
import {
  closeDraft,
  discardDraft,
  type DraftRow,
  insertDraft,
  readDraft,
  readOpenDrafts,
  updateDraft,
} from './draft-store.ts'
import { findSimilar } from './find-similar.ts'
import { presentDraft } from './present-draft.ts'

export type IntakePorts = CasePorts & { readonly inHand: InHand }
type DraftContent = z.output<typeof draftContent>

export function intakeHandlers(ports: IntakePorts): readonly Handler[] {
  const { pool } = ports
  const view = async (
    done: Awaited<ReturnType<typeof registerComplaint>>,
    principal: Principal,
  ): Promise<ComplaintView> =>
    presentComplaint(done, principal, await ports.inHand.counts(principal.orgId))
  const { intake } = api
  return [
    on(intake.listDrafts, async ({ principal }) => {
      const waiting = before(principal.now, `PT${draftMinutes(principal)}M`)
      const rows = await readOpenDrafts(
        pool,
        principal.orgId,
        principal.actor.id,
        subordinates(principal),
        waiting,
      )
      return { drafts: rows.map((row) => presentDraft(row, principal)) }
    }),
    on(intake.startDraft, async ({ principal, body }) => {
      if (!principal.directory.playbooks.has(body.playbook))
        throw new ProblemError('invalid', {
          fields: [{ path: 'playbook', message: '没有这本行业手册' }],
        })
      await insertDraft(pool, principal.orgId, {
        id: body.id,
        owner: principal.actor.id,
        playbook: body.playbook,
        content: body.content,
        now: principal.now,
      })
      const row = await ownDraft(ports, principal, body.id)
      ports.changed({
        orgId: principal.orgId,
        noun: 'draft',
        id: row.draft_id,
        version: row.revision,
      })
      return presentDraft(row, principal)
    }),
    on(intake.readDraft, async ({ principal, params }) =>
      presentDraft(await ownDraft(ports, principal, params.id), principal),
    ),
    on(intake.saveDraft, async ({ principal, params, body }) => {
      const taken = await updateDraft(pool, principal.orgId, {
        id: params.id,
        owner: principal.actor.id,
        revision: body.revision,
        content: body.content,
        now: principal.now,
      })
      if (taken) return { revision: body.revision, savedAt: principal.now }
      const row = await ownDraft(ports, principal, params.id)
      // The same words again are no conflict: a keepalive save may arrive twice.
      if (row.revision === body.revision)
        return { revision: row.revision, savedAt: row.saved_at.toString() }
      throw new ProblemError('conflict', { current: { version: row.revision } })
    }),
    on(intake.discardDraft, async ({ principal, params, body }) => {
      const done = await discardDraft(
        pool,
        principal.orgId,
        params.id,
        principal.actor.id,
        body.reason,
      )
      if (!done) throw notFound()
      ports.changed({ orgId: principal.orgId, noun: 'draft', id: params.id, version: 0 })
      return { ok: true as const }
    }),
    on(intake.similar, async ({ principal, params }) => {
      const row = await ownDraft(ports, principal, params.id)
      const { content } = presentDraft(row, principal)
      const cases = await findSimilar(pool, principal, {
        playbook: row.playbook,
        customerId: content.customerId,
        values: content.values,
      })
      return {
        cases: cases.map((one) => ({
          id: one.complaint_id,
          number: one.number,
          customer: one.customer_name,
          reason: one.reason,
          receivedAt: one.received_at.toString(),
          status:
            principal.directory.playbooks.get(row.playbook)?.statuses[one.status] ?? one.status,
        })),
      }
    }),
    on(intake.registerDraft, async (call) => {
      const row = await readDraft(pool, call.principal.orgId, call.params.id)
      if (row === null || row.owner_id !== call.principal.actor.id || row.discarded_reason !== null)
        throw notFound()
      const { content, ...wish } = call.body
      return view(
        await registerComplaint(ports, call, {
          ...wish,
          ...content,
          id: row.draft_id,
          playbook: row.playbook,
          words: spoken(content, call.principal.now),
          earlierReason: wish.earlierReason ?? null,
          receivedAt: wish.receivedAt,
          firstKeystrokeAt: row.received_at.toString(),
          draftId: row.draft_id,
        }),
        call.principal,
      )
    }),
    on(intake.mergeDraft, async (call) =>
      view(
        await mergeDraft(ports, call, call.params.id, call.body.complaintId, call.body.content),
        call.principal,
      ),
    ),
    on(intake.register, async (call) =>
      view(
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

/** The line still being typed when one signs is a word of the customer too. */
function spoken(content: DraftContent, now: string): DraftContent['words'] {
  return content.unfinished.trim() === ''
    ? content.words
    : [...content.words, { at: now, text: content.unfinished, key: false }]
}

async function mergeDraft(
  ports: IntakePorts,
  call: CommandCall,
  draftId: string,
  complaintId: string,
  content: DraftContent,
) {
  const row = await readDraft(ports.pool, call.principal.orgId, draftId)
  if (row === null || row.owner_id !== call.principal.actor.id) throw notFound()
  // The recorder sees the case he merges into only by merging: its sight is not asked, its permission is.
  const done = await runCaseCommand(
    ports,
    call,
    complaintId,
    {
      type: 'merge-report',
      receivedAt: row.received_at.toString(),
      person: String(content.values['reporter'] ?? ''),
      reason: String(content.values['reason'] ?? ''),
      words: spoken(content, call.principal.now),
    },
    { seenByWorkList: true },
  )
  await closeDraft(ports.pool, call.principal.orgId, draftId, complaintId)
  return done
}

async function ownDraft(ports: IntakePorts, principal: Principal, id: string): Promise<DraftRow> {
  const row = await readDraft(ports.pool, principal.orgId, id)
  if (row === null || row.owner_id !== principal.actor.id || row.discarded_reason !== null)
    throw notFound()
  return row
}

function draftMinutes(principal: Principal): number {
  return Math.min(
    ...[...principal.directory.playbooks.values()].map((playbook) =>
      Number(playbook.settings['draftMinutes'] ?? 15),
    ),
  )
}

/** Whose unfinished drafts this person is to see: those he is the superior of. */
function subordinates(principal: Principal): readonly UserId[] {
  const { directory, actor, now } = principal
  const today = civilDate(now, directory.zone)
  return [...directory.people.values()]
    .filter((person) => person.id !== actor.id)
    .filter((person) =>
      [...directory.playbooks.values()].some(
        (playbook) =>
          postKeys(person, directory.people, playbook, today).length > 0 &&
          superiorIdOf(person.id, directory.people, playbook, today) === actor.id,
      ),
    )
    .map((person) => person.id)
}
