import { ActionButton } from '@yinuo/web-shared'
import { PenLine } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { type CaseAction, optionOf } from '../option.ts'
import { useMayRecord } from '../side/record-kinds.ts'
import { panelOf, useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'

/** What has to be, or should be, written down before an action: one press opens the panel for it. */
export function MissingRecords({ action }: { readonly action: CaseAction }): ReactElement | null {
  const { view, playbook } = useCase()
  const t = useTexts()
  const side = useSide()
  const may = useMayRecord()
  const option = optionOf(view, action)
  const missing = [...(option?.unmet ?? []), ...(option?.advice ?? [])]
    .flatMap((gate) => gate.missing)
    .flatMap((one) => (one.code === 'record' && one.form !== undefined ? [one.form] : []))
  const kinds = [...new Set(missing)].filter(may)
  if (kinds.length === 0) return null
  return (
    <div className="case-actions">
      {kinds.map((kind) => (
        <ActionButton
          key={kind}
          size="small"
          icon={PenLine}
          onPress={() => side.open(panelOf(kind))}
        >
          {t('record.add', { record: playbook.records[kind]?.label ?? kind })}
        </ActionButton>
      ))}
    </div>
  )
}
