import type { UnmetView } from '@yinuo/contract'
import { useMe } from '@yinuo/web-shared'
import { useCase } from './case-context.tsx'
import { shortReasons, withoutMe } from './short-reasons.ts'
import { useTexts } from './texts.ts'

type ShortReasons = (
  unmet: readonly UnmetView[],
  isTyped?: (form: string, field: string) => boolean,
) => readonly UnmetView[]

/** Reasons of this case with the labels of its playbook. */
export function useShortReasons(): ShortReasons {
  const { playbook } = useCase()
  const t = useTexts()
  const me = useMe()
  const mine = new Set([me.user.name, ...me.posts.map((post) => post.label)])
  const words = {
    labelOf: (form: string, field: string): string => {
      const fields = playbook.forms[form]?.fields ?? []
      return fields.find((one) => one.key === field)?.label ?? field
    },
    empty: (labels: readonly string[]) => t('form.empty', { labels: labels.join('、') }),
    typed: (labels: readonly string[]) => t('form.typed', { labels: labels.join('、') }),
  }
  return (unmet, isTyped) => withoutMe(shortReasons(unmet, words, isTyped), mine)
}
