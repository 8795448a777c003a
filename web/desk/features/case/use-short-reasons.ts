import type { UnmetView } from '@yinuo/contract'
import { useCase } from './case-context.tsx'
import { shortReasons } from './short-reasons.ts'
import { useTexts } from './texts.ts'

/** Reasons of this case with the labels of its playbook. */
export function useShortReasons(): (unmet: readonly UnmetView[]) => readonly UnmetView[] {
  const { playbook } = useCase()
  const t = useTexts()
  const labelOf = (form: string, field: string): string => {
    const fields = playbook.forms[form]?.fields ?? []
    return fields.find((one) => one.key === field)?.label ?? field
  }
  return (unmet) =>
    shortReasons(unmet, labelOf, (labels) => t('form.empty', { labels: labels.join('、') }))
}
