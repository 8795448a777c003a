import type { ComplaintView } from '@yinuo/contract'
import { formatFen } from '@yinuo/web-shared'
import { useMemo } from 'react'
import { useCase } from './case-context.tsx'
import type { Entry } from './form/entries.ts'
import { type FieldWords, type PlaybookField, shownValue } from './form/field-shape.ts'
import { useTexts } from './texts.ts'

/** Names of everybody the case mentions, by id; events and records keep ids. */
export function useNames(): (id: string) => string {
  const { view } = useCase()
  const names = useMemo(() => namesIn(view), [view])
  return (id) => names.get(id) ?? ''
}

/** One entry of a form in words: the value, or why the customer cannot provide it. */
export function useShown(): (field: PlaybookField, entry: Entry) => string {
  const { playbook } = useCase()
  const t = useTexts()
  const nameOf = useNames()
  const words: FieldWords = {
    yes: t('yes'),
    no: t('no'),
    nameOf,
    money: (fen) => t('money', { amount: formatFen(fen) }),
  }
  return (field, { value, reason }) =>
    reason === null
      ? shownValue(field, value, playbook.choices, words) || t('empty')
      : t('unavailable.because', { reason })
}

function namesIn(view: ComplaintView): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if (
      'id' in part &&
      'name' in part &&
      typeof part.id === 'string' &&
      typeof part.name === 'string'
    )
      found.set(part.id, part.name)
    for (const child of Object.values(part)) walk(child)
  }
  walk(view)
  return found
}
