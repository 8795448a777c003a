import { Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { type SidePanelName, useSide } from './side-context.tsx'

const KINDS = ['note', 'contact', 'reply', 'consultation'] as const
type Kind = (typeof KINDS)[number]

export function isNoteKind(panel: SidePanelName): panel is Kind {
  return KINDS.some((kind) => kind === panel)
}

/** 记一笔 is one of four: a note, a talk, an answer to the customer, a colleague's advice. */
export function NoteKinds({ kind }: { readonly kind: Kind }): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const side = useSide()
  return (
    <div className="case-note-kinds">
      <Segmented
        label={t('note.kind')}
        value={kind}
        options={KINDS.filter((one) => one === 'reply' || playbook.records[one] !== undefined).map(
          (one) => ({ value: one, label: t(`note.${one}`) }),
        )}
        onChange={side.open}
      />
    </div>
  )
}
