import type { CustomerView } from '@yinuo/contract'
import {
  ActionButton,
  ConflictNote,
  isComposing,
  messageOf,
  RefusalNote,
  useShortcut,
  useVocabulary,
} from '@yinuo/web-shared'
import { PARTIES } from '@yinuo/domain'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTexts } from '../texts.ts'
import { type CustomerDraft, type DraftField, textOf } from './customer-draft.ts'
import { CustomerFields } from './customer-fields.tsx'
import { useCustomerEdit } from './use-customer-edit.ts'

/** The file in place of its items, to be changed. Two who change the same field choose; other changes go together (SYS-08). */
export function EditCustomer(props: {
  readonly view: CustomerView
  readonly onClose: () => void
}): ReactElement {
  const { view, onClose } = props
  const t = useTexts()
  const edit = useCustomerEdit(view, onClose)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = (): void => {
    void edit.save()
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  useShortcut('Esc', onClose, { label: t('file.cancel') })

  return (
    <form
      ref={form}
      className="customer-edit"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <CustomerFields
        draft={edit.draft}
        onChange={edit.setDraft}
        complaints={edit.complaints}
        masked
      />
      {edit.conflict === null ? null : (
        <Conflict
          fields={edit.conflict.fields}
          mine={edit.draft}
          theirs={edit.conflict.theirs}
          chosen={edit.chosen}
          onChoose={edit.choose}
        />
      )}
      {edit.refusal === null ? null : <RefusalNote unmet={edit.refusal.unmet} />}
      {edit.failure === null ? null : (
        <p role="alert" className="y-field-complaint">
          {messageOf(edit.failure)}
        </p>
      )}
      <div className="customer-actions">
        <ActionButton look="primary" keys="Alt+E" pending={edit.pending} onPress={save}>
          {t(edit.conflict === null ? 'file.save' : 'file.save-chosen')}
        </ActionButton>
        <ActionButton onPress={onClose}>{t('file.cancel')}</ActionButton>
        {edit.unchanged ? <span className="customer-meta">{t('file.no-change')}</span> : null}
      </div>
    </form>
  )
}

function Conflict(props: {
  readonly fields: readonly DraftField[]
  readonly mine: CustomerDraft
  readonly theirs: CustomerDraft
  readonly chosen: Readonly<Partial<Record<DraftField, 'mine' | 'theirs'>>>
  readonly onChoose: (field: DraftField, which: 'mine' | 'theirs') => void
}): ReactElement {
  const t = useTexts()
  const v = useVocabulary()
  const shown = (field: DraftField, draft: CustomerDraft): string => {
    const text = textOf(field, draft)
    const party = PARTIES.find((one) => field === 'party' && one === text)
    return party === undefined ? text || t('conflict.empty') : v(`party.${party}`)
  }
  return (
    <ConflictNote
      fields={props.fields.map((field) => ({
        key: field,
        label: t(`field.${field}`),
        mine: shown(field, props.mine),
        theirs: shown(field, props.theirs),
      }))}
      chosen={props.chosen}
      onChoose={(key, which) => props.onChoose(key as DraftField, which)}
      words={{ mine: t('conflict.mine'), theirs: t('conflict.theirs') }}
    />
  )
}
