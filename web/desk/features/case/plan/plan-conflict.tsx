import { ActionButton, ConflictNote, formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { costOf, type PlanContent, quantityText } from './plan-draft.ts'
import type { PlanPart } from './plan-versions.ts'
import type { PlanDraft } from './use-plan-draft.ts'

const LABELS = {
  opinion: 'plan.opinion',
  lines: 'plan.remedies',
  kept: 'plan.kept',
  alternatives: 'plan.alternatives',
  level: 'plan.level',
} as const

/** Both plans, part by part, where two windows wrote the same one; nothing is sent before each has been chosen (SYS-08). */
export function PlanConflict({ draft }: { readonly draft: PlanDraft }): ReactElement | null {
  const t = useTexts()
  const text = usePartText()
  const { conflict } = draft
  if (conflict === null) return null
  const open = conflict.parts.filter((part) => conflict.chosen[part] === undefined)
  return (
    <div className="case-conflict">
      <ConflictNote
        fields={conflict.parts.map((part) => ({
          key: part,
          label: t(LABELS[part]),
          mine: text(part, draft.content),
          theirs: text(part, conflict.theirs),
        }))}
        chosen={conflict.chosen}
        onChoose={(key, which) => conflict.choose(key as PlanPart, which)}
        words={{ mine: t('conflict.mine'), theirs: t('conflict.theirs') }}
      />
      {open.length > 0 ? (
        <p className="case-note">{t('conflict.open', { count: open.length })}</p>
      ) : (
        <ActionButton onPress={conflict.settle}>{t('plan.take-chosen')}</ActionButton>
      )}
    </div>
  )
}

function usePartText(): (part: PlanPart, plan: PlanContent) => string {
  const { playbook } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  return (part, plan) => {
    if (part === 'opinion') return plan.opinion
    if (part === 'kept') return plan.keptFen === null ? t('empty') : formatFen(plan.keptFen)
    if (part === 'level') return [v(`level.${plan.level}`), plan.levelReason].join(' ')
    if (part === 'alternatives')
      return plan.alternatives.map((one) => `${one.what} ${formatFen(one.costFen)}`).join('\n')
    const lines = plan.remedies.map((line) =>
      [
        playbook.remedies.find((remedy) => remedy.key === line.remedy)?.label ?? line.remedy,
        line.product,
        quantityText(line),
        line.amountFen === 0 ? t('plan.free') : formatFen(line.amountFen),
        line.note,
        line.who,
        line.on,
        line.place,
      ]
        .filter((word) => word !== '')
        .join(' '),
    )
    return [...lines, `${t('plan.total')} ${formatFen(costOf(plan))}`].join('\n')
  }
}
