import type { ComplaintView } from '@yinuo/contract'
import type { CommandOf } from '@yinuo/domain'
import type { ComplaintRoutePorts } from './case-ports.ts'
import { presentComplaint } from './present-complaint.ts'
import { changeCase, type CommandCall, judge } from './run-case-command.ts'
import { underVersion } from './under-version.ts'

type PlanCommand = CommandOf<'save-plan' | 'submit-plan' | 'revise-plan' | 'decide-plan'>

/**
 * SYS-08, APR-02: a plan is saved, submitted and decided on as it was seen. Of two windows the second gets a conflict, and a
 * leader never approves a content that took the place of the one before him.
 */
export async function changePlan(
  ports: ComplaintRoutePorts,
  call: CommandCall & {
    readonly params: { readonly id: string }
    readonly body: { readonly expectedVersion: number }
  },
  command: PlanCommand,
): Promise<ComplaintView> {
  const done = await changeCase(ports, call, call.params.id, command.type, (state, context) =>
    underVersion(judge(state, command, context), call.body.expectedVersion, {
      version: state.plan?.version ?? 0,
    }),
  )
  return presentComplaint(done, call.principal, await ports.inHand.counts(call.principal.orgId))
}
