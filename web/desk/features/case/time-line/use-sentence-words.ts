import { businessNow, formatDue, formatFen, useVocabulary, useZone } from '@yinuo/web-shared'
import { useMemo } from 'react'
import { useCase } from '../case-context.tsx'
import type { FieldValue } from '../form/entries.ts'
import { recordFields, shownValue } from '../form/field-shape.ts'
import { costOf, type PlanContent, planSummary } from '../plan/plan-draft.ts'
import { useNames } from '../use-shown.ts'
import type { SentenceWords } from './sentences.ts'
import { isTimeLineKey, useTimeLineTexts } from './time-line-texts.ts'

/** The labels for the sentences of this case. */
export function useSentenceWords(): SentenceWords {
  const { view, playbook } = useCase()
  const t = useTimeLineTexts()
  const v = useVocabulary()
  const zone = useZone()
  const nameOf = useNames()
  return useMemo(() => {
    const remedyOf = (key: string): string =>
      playbook.remedies.find((remedy) => remedy.key === key)?.label ?? key
    const shown = {
      yes: t('yes'),
      no: t('no'),
      nameOf,
      money: (fen: number) => t('money', { amount: formatFen(fen) }),
    }
    return {
      t,
      // Vocabulary keys come from the log; i18next gives an unknown key back as it is.
      word: (key) =>
        isTimeLineKey(key) ? t(key) : v(key as Parameters<typeof v>[0]).replace(/^\w+\./, ''),
      nameOf,
      stepOf: (key) => playbook.steps.find((step) => step.key === key)?.label ?? key,
      formOf: (key) => playbook.forms[key]?.label ?? key,
      recordOf: (kind) => playbook.records[kind]?.label ?? kind,
      recordText: (kind, values) =>
        recordFields(playbook, kind)
          .flatMap((field) => {
            const text = shownValue(field, valueOf(values[field.key]), playbook.choices, shown)
            if (text === '') return []
            return field.type === 'long-text' ? [text] : [`${field.label}：${text}`]
          })
          .join('\n'),
      fieldOf: (form, field) =>
        playbook.forms[form]?.fields.find((one) => one.key === field)?.label ?? field,
      planOf: (plan) => {
        if (!isPlan(plan)) return ''
        return `${planSummary(plan, remedyOf, (count) => t('and-so-on', { count }))}\n${t('money', { amount: formatFen(costOf(plan)) })}`
      },
      taskOf: (id) => view.tasks.find((task) => task.id === id)?.label ?? '',
      when: (instant) => (instant === '' ? '' : formatDue(instant, businessNow(), zone)),
    }
  }, [view, playbook, t, v, zone, nameOf])
}

function valueOf(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

function isPlan(plan: unknown): plan is PlanContent {
  return (
    typeof plan === 'object' && plan !== null && 'remedies' in plan && Array.isArray(plan.remedies)
  )
}
