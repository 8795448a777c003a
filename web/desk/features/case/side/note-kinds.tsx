import { Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { useMayRecord } from './record-kinds.ts'
import { kindOf, panelOf, type SidePanelName, useSide } from './side-context.tsx'

const KINDS = ['note', 'contact', 'reply', 'consultation'] as const

export function isNoteKind(panel: SidePanelName): boolean {
  return panel === 'reply' || kindOf(panel) !== undefined
}

/** 记一笔: a note, a talk, an answer, a colleague's advice at one press; whatever else the playbook lets one record in a list. */
export function NoteKinds({ panel }: { readonly panel: SidePanelName }): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const side = useSide()
  const may = useMayRecord()
  const common = KINDS.filter((one) => one === 'reply' || may(one))
  const others = Object.keys(playbook.records).filter(
    (kind) => may(kind) && !KINDS.some((one) => one === kind),
  )
  const kind = kindOf(panel) ?? ''
  return (
    <div className="case-note-kinds">
      <Segmented
        label={t('note.kind')}
        value={KINDS.find((one) => one === panel) ?? null}
        options={common.map((one) => ({ value: one, label: t(`note.${one}`) }))}
        onChange={side.open}
      />
      {others.length === 0 ? null : (
        <select
          className="y-input"
          aria-label={t('note.others')}
          value={others.includes(kind) ? kind : ''}
          onChange={(event) => {
            if (event.target.value !== '') side.open(panelOf(event.target.value))
          }}
        >
          <option value="">{t('note.others')}</option>
          {others.map((one) => (
            <option key={one} value={one}>
              {playbook.records[one]?.label ?? one}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
