import type { ComplaintView, PlaybookView } from '@yinuo/contract'

/**
 * A form that nobody has to fill now is folded away: nothing in it is mandatory or asked, nothing is written in it, and no
 * gate or advice ahead names it (换货意图表 where nobody wants an exchange).
 */
export function isFolded(
  form: string,
  playbook: Pick<PlaybookView, 'forms'>,
  view: Pick<ComplaintView, 'forms' | 'options'>,
): boolean {
  const fields = playbook.forms[form]?.fields ?? []
  if (fields.some((field) => field.required || field.ask === 'must')) return false
  if (Object.keys(view.forms[form]?.values ?? {}).length > 0) return false
  const ahead = view.options.flatMap((option) => [...option.unmet, ...option.advice])
  return !ahead.some((gate) => gate.missing.some((one) => one.form === form))
}
