import { Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { type SidePanelName, useSide } from './side-context.tsx'

type Kind = Extract<SidePanelName, 'note' | 'contact' | 'reply' | 'consultation'>

/** 记一笔 is one of four: a note, a talk, an answer to the customer, a colleague's advice. */
export function NoteKinds({ kind }: { readonly kind: Kind }): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const side = useSide()
  const kinds: readonly Kind[] = ['note', 'contact', 'reply', 'consultation']
  return (
    <Segmented
      label={t('note.kind')}
      value={kind}
      options={kinds
        .filter((one) => one === 'reply' || playbook.records[one] !== undefined)
        .map((one) => ({ value: one, label: t(`note.${one}`) }))}
      onChange={side.open}
    />
  )
}
