import type { api } from '@yinuo/contract'
import type { Call } from '../../platform/http/handler.ts'
import type { CasePorts } from './case-ports.ts'
import { runCaseCommand } from './run-case-command.ts'

/** SYS-19: a form goes to paper and it is kept who printed it; the agreement is given with its customer's address. */
export async function printForm(
  ports: CasePorts,
  call: Call<typeof api.complaint.print>,
): Promise<{ printedAt: string; address: string }> {
  const { form } = call.body
  const { state, now } = await runCaseCommand(ports, call, call.params.id, {
    type: 'print-form',
    form,
  })
  const address = form === 'agreement' ? (state.agreement?.content.address ?? '') : ''
  return { printedAt: now, address }
}
