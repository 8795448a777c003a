import { api } from '@yinuo/contract'
import type { CaseCommand, PlanContent } from '@yinuo/domain'
import { randomUUIDv7 } from 'node:crypto'
import { type Call, type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { ComplaintRoutePorts } from './case-ports.ts'
import { changePlan } from './change-plan.ts'
import { explainCommitment, fulfilPromise, recordPromise } from './change-promise.ts'
import { listApprovals } from './list-approvals.ts'
import { countComplaints, listComplaints } from './list-complaints.ts'
import { printForm } from './print-form.ts'
import { presentComplaint } from './present-complaint.ts'
import { readComplaint } from './read-complaint.ts'
import { revealField } from './reveal-field.ts'
import { runCaseCommand } from './run-case-command.ts'
import { saveForm } from './save-form.ts'
import { readTimeline } from './timeline.ts'
import { readCommitment } from './read-commitment.ts'

type JudgedCall = {
  readonly params: { readonly id: string }
  readonly principal: Principal
  readonly key: string
  readonly inputHash: Buffer
}

export function complaintHandlers(ports: ComplaintRoutePorts): readonly Handler[] {
  const run = async (call: JudgedCall, command: CaseCommand) => {
    const done = await runCaseCommand(ports, call, call.params.id, command)
    return presentComplaint(done, call.principal, await ports.inHand.counts(call.principal.orgId))
  }
  const judged = { judged: true }
  const { complaint, commitment } = api
  return [
    on(complaint.list, ({ query, principal }) => listComplaints(ports.pool, principal, query)),
    on(complaint.counts, ({ principal }) => countComplaints(ports.pool, principal)),
    on(complaint.read, ({ params, principal }) => readComplaint(ports, principal, params.id)),
    on(complaint.timeline, async ({ params, principal }) => ({
      entries: [...(await readTimeline(ports.pool, principal, params.id))],
    })),
    on(complaint.sign, (call) => run(call, { type: 'sign' }), judged),
    on(complaint.correct, (call) => run(call, { type: 'correct', ...call.body }), judged),
    on(complaint.handOver, (call) => run(call, { type: 'hand-over', ...call.body }), judged),
    on(complaint.acknowledge, (call) => run(call, { type: 'acknowledge' }), judged),
    on(complaint.saveForm, (call) => saveForm(ports, call), judged),
    on(complaint.addRecord, (call) => run(call, { type: 'add-record', ...call.body }), judged),
    on(
      complaint.decideRecord,
      (call) => run(call, { type: 'decide-record', ...call.body }),
      judged,
    ),
    on(complaint.markChased, (call) => run(call, { type: 'mark-chased', ...call.body }), judged),
    on(complaint.reply, (call) => run(call, { type: 'reply', ...call.body }), judged),
    on(
      complaint.enterStep,
      (call) => run(call, { type: 'enter-step', ...call.body, taskIds: newTaskIds() }),
      judged,
    ),
    on(
      complaint.savePlan,
      (call) =>
        changePlan(ports, call, {
          type: 'save-plan',
          plan: call.body.plan satisfies PlanContent,
        }),
      judged,
    ),
    on(
      complaint.submitPlan,
      (call) =>
        changePlan(ports, call, {
          type: 'submit-plan',
          plan: call.body.plan ?? null,
          skip: call.body.skip,
        }),
      judged,
    ),
    on(
      complaint.revisePlan,
      (call) => {
        const { plan, reason, accepted, skip } = call.body
        return changePlan(ports, call, { type: 'revise-plan', plan, reason, accepted, skip })
      },
      judged,
    ),
    on(
      complaint.decidePlan,
      (call) => {
        const { decision, remarks } = call.body
        return changePlan(ports, call, { type: 'decide-plan', decision, remarks })
      },
      judged,
    ),
    on(
      complaint.tellDecision,
      (call) => run(call, { type: 'tell-decision', ...call.body }),
      judged,
    ),
    on(
      complaint.recordOpinion,
      (call) => run(call, { type: 'record-opinion', ...call.body }),
      judged,
    ),
    on(complaint.draftAgreement, (call) => run(call, { type: 'draft-agreement' }), judged),
    on(complaint.signAgreement, (call) => run(call, { type: 'sign-agreement' }), judged),
    on(complaint.fileScan, (call) => fileScan(ports, call, run), judged),
    on(complaint.confirmScan, (call) => run(call, { type: 'confirm-scan' }), judged),
    on(
      complaint.recordFollowUp,
      (call) => run(call, { type: 'record-follow-up', ...call.body }),
      judged,
    ),
    on(
      complaint.proposeEnding,
      (call) => run(call, { type: 'propose-ending', ...call.body }),
      judged,
    ),
    on(
      complaint.decideEnding,
      (call) => run(call, { type: 'decide-ending', ...call.body }),
      judged,
    ),
    on(
      complaint.addTask,
      (call) => run(call, { type: 'add-task', task: randomUUIDv7(), ...call.body }),
      judged,
    ),
    on(complaint.planCare, (call) => run(call, { type: 'plan-care', ...call.body }), judged),
    on(complaint.recordCare, (call) => run(call, { type: 'record-care', ...call.body }), judged),
    on(complaint.reopen, (call) => run(call, { type: 'reopen', ...call.body }), judged),
    on(complaint.listApprovals, ({ principal }) => listApprovals(ports.pool, principal)),
    on(complaint.close, (call) => run(call, { type: 'close', ...call.body }), judged),
    on(complaint.attach, (call) => attach(ports, call, run), judged),
    on(complaint.reveal, (call) => revealField(ports, call), judged),
    on(complaint.print, (call) => printForm(ports, call), judged),
    on(
      commitment.makePromise,
      (call) =>
        recordPromise(ports, call, call.params.id, {
          content: call.body.content,
          toWhom: call.body.toWhom,
          dueAt: call.body.dueAt,
          source: call.body.source,
          about: call.body.about,
          spoken: call.body.spoken,
          owner: call.body.owner ?? call.principal.actor.id,
        }),
      judged,
    ),
    on(
      commitment.keepPromise,
      (call) => fulfilPromise(ports, call, call.params.id, call.body.note),
      judged,
    ),
    on(
      commitment.explain,
      (call) => explainCommitment(ports, call, call.params.id, call.body.text),
      judged,
    ),
    on(commitment.read, ({ params, principal }) =>
      readCommitment(ports.pool, principal, params.id),
    ),
  ]
}

/** Enough ids for the most lines a plan may have; the pure decider takes what it needs. */
function newTaskIds(): string[] {
  return Array.from({ length: 50 }, () => randomUUIDv7())
}

type Run<Result> = (call: JudgedCall, command: CaseCommand) => Promise<Result>

async function fileScan<Result>(
  ports: ComplaintRoutePorts,
  call: Call<typeof api.complaint.fileScan>,
  run: Run<Result>,
): Promise<Result> {
  const { attachment, signer, signedOn, means } = call.body
  await demandFile(ports, call, attachment)
  const done = await run(call, { type: 'file-scan', attachment, signer, signedOn, means })
  await ports.attachmentBound(call.principal, attachment, call.params.id)
  return done
}

async function attach<Result>(
  ports: ComplaintRoutePorts,
  call: Call<typeof api.complaint.attach>,
  run: Run<Result>,
): Promise<Result> {
  const { attachment, note } = call.body
  const { name } = await demandFile(ports, call, attachment)
  const done = await run(call, { type: 'attach', attachment, name, note })
  await ports.attachmentBound(call.principal, attachment, call.params.id)
  return done
}

async function demandFile(
  ports: ComplaintRoutePorts,
  call: JudgedCall,
  id: string,
): Promise<{ readonly name: string }> {
  const facts = await ports.attachment(call, id, call.params.id)
  if (facts === null) throw notFound()
  return facts
}
