import { asText } from '@yinuo/domain'
import type { api } from '@yinuo/contract'
import type { Call } from '../../platform/http/handler.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { CasePorts } from './case-ports.ts'
import { changeCase, judge } from './run-case-command.ts'

/** SYS-09: a masked value in clear, once its showing stands in the log. */
export async function revealField(
  ports: CasePorts,
  call: Call<typeof api.complaint.reveal>,
): Promise<{ value: string }> {
  const { form, field } = call.body
  const done = await changeCase(ports, call, call.params.id, 'reveal-contact', (state, context) => {
    const definition = context.playbook.forms[form]?.fields.find((one) => one.key === field)
    if (definition?.personal !== true || state.forms[form]?.values[field] === undefined)
      throw notFound()
    return judge(state, { type: 'reveal-contact', field: `${form}.${field}` }, context)
  })
  return { value: asText(done.state.forms[form]?.values[field]) }
}
