import type { api, ComplaintView } from '@yinuo/contract'
import type { Call } from '../../platform/http/handler.ts'
import type { ComplaintRoutePorts } from './case-ports.ts'
import { presentComplaint } from './present-complaint.ts'
import { changeCase, judge } from './run-case-command.ts'
import { underVersion } from './under-version.ts'

/**
 * SYS-08: the form is saved under the version its writer saw. If somebody else saved it meanwhile nothing is overwritten; the
 * writer gets both to choose from.
 */
export async function saveForm(
  ports: ComplaintRoutePorts,
  call: Call<typeof api.complaint.saveForm>,
): Promise<ComplaintView> {
  const { form, values, unavailable, expectedVersion, skip } = call.body
  const done = await changeCase(ports, call, call.params.id, 'save-form', (state, context) => {
    const result = judge(state, { type: 'save-form', form, values, unavailable, skip }, context)
    const current = state.forms[form]
    return underVersion(result, expectedVersion, {
      version: current?.version ?? 0,
      values: { ...current?.values } as Record<string, string | number | boolean | null>,
    })
  })
  return presentComplaint(done, call.principal, await ports.inHand.counts(call.principal.orgId))
}
