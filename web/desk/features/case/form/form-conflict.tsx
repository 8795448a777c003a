import { ActionButton, ConflictNote } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { useShown } from '../use-shown.ts'
import { entryOf } from './entries.ts'
import type { PlaybookField } from './field-shape.ts'
import type { FormDraft } from './use-form-draft.ts'

/** Both values of every field that two people changed; nothing is sent before each has been chosen (SYS-08). */
export function FormConflict(props: {
  readonly fields: readonly PlaybookField[]
  readonly draft: FormDraft
}): ReactElement | null {
  const { fields, draft } = props
  const t = useTexts()
  const shown = useShown()
  const { conflict } = draft
  if (conflict === null) return null
  const rows = conflict.keys.flatMap((key) => {
    const field = fields.find((one) => one.key === key)
    if (field === undefined) return []
    return [
      {
        key,
        label: field.label,
        mine: shown(field, entryOf(draft.content, key)),
        theirs: shown(field, entryOf(conflict.theirs, key)),
      },
    ]
  })
  const open = conflict.keys.filter((key) => conflict.chosen[key] === undefined)
  return (
    <div className="case-conflict">
      <ConflictNote
        fields={rows}
        chosen={conflict.chosen}
        onChoose={conflict.choose}
        words={{ mine: t('conflict.mine'), theirs: t('conflict.theirs') }}
      />
      {open.length > 0 ? (
        <p className="case-note">{t('conflict.open', { count: open.length })}</p>
      ) : (
        <ActionButton onPress={conflict.settle} pending={draft.pending}>
          {t('conflict.settle')}
        </ActionButton>
      )}
    </div>
  )
}
