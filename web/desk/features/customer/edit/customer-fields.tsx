import { PARTIES, TRADES } from '@yinuo/domain'
import { FieldRow, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { ContactFields } from './contact-fields.tsx'
import type { CustomerDraft, DraftField } from './customer-draft.ts'
import type { FieldComplaints } from './field-complaints.ts'

type Line = {
  readonly field: Exclude<DraftField, 'party' | 'contacts' | 'trade'>
  readonly max: number
  readonly rows?: number
  readonly hint?:
    | 'hint.salutation'
    | 'hint.products'
    | 'hint.responsible'
    | 'hint.since'
    | 'hint.prospects'
}

const LINES: readonly Line[] = [
  { field: 'salutation', max: 40, hint: 'hint.salutation' },
  { field: 'phone', max: 40 },
  { field: 'address', max: 300 },
  { field: 'products', max: 2000, rows: 3, hint: 'hint.products' },
  { field: 'responsible', max: 200, hint: 'hint.responsible' },
]

/** All fields of a file (CUS-01, CUS-11). `masked`: phone and address are shown masked and go only when written anew. */
export function CustomerFields(props: {
  readonly draft: CustomerDraft
  readonly onChange: (draft: CustomerDraft) => void
  readonly complaints: FieldComplaints
  readonly masked: boolean
}): ReactElement {
  const { draft, onChange, complaints, masked } = props
  const t = useTexts()
  const v = useVocabulary()
  const complaintOf = (field: string) => {
    const complaint = complaints[field]
    return complaint === undefined ? {} : { complaint }
  }
  const line = ({ field, max, rows, hint }: Line): ReactElement => {
    const isMasked = masked && (field === 'phone' || field === 'address') && draft[field] !== ''
    const words = isMasked ? t('hint.masked') : hint === undefined ? '' : t(hint)
    return (
      <FieldRow
        key={field}
        label={t(`field.${field}`)}
        {...(words === '' ? {} : { hint: words })}
        {...complaintOf(field)}
      >
        {(control) => {
          const shared = {
            ...control,
            className: 'y-input',
            maxLength: max,
            value: draft[field],
            autoComplete: 'off',
          }
          return rows === undefined ? (
            <input
              {...shared}
              inputMode={field === 'phone' ? 'tel' : 'text'}
              onFocus={(event) => {
                if (isMasked && /\*/.test(draft[field])) event.currentTarget.select()
              }}
              onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
            />
          ) : (
            <textarea
              {...shared}
              rows={rows}
              onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
            />
          )
        }}
      </FieldRow>
    )
  }
  return (
    <div className="customer-fields">
      <FieldRow label={t('field.name')} required {...complaintOf('name')}>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={120}
            value={draft.name}
            autoComplete="off"
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('field.party')} required>
        {(control) => (
          <select
            {...control}
            className="y-input"
            value={draft.party}
            onChange={(event) => {
              const party = PARTIES.find((one) => one === event.target.value)
              if (party !== undefined) onChange({ ...draft, party })
            }}
          >
            {PARTIES.map((party) => (
              <option key={party} value={party}>
                {v(`party.${party}`)}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {LINES.map(line)}
      <ContactFields
        contacts={draft.contacts}
        complaints={complaints}
        onChange={(contacts) => onChange({ ...draft, contacts })}
      />
      <FieldRow label={t('field.trade')}>
        {(control) => (
          <select
            {...control}
            className="y-input"
            value={draft.trade}
            onChange={(event) => {
              const trade = TRADES.find((one) => one === event.target.value)
              if (trade !== undefined) onChange({ ...draft, trade })
            }}
          >
            {TRADES.map((trade) => (
              <option key={trade} value={trade}>
                {t(trade === '' ? 'trade.unknown' : `trade.${trade}`)}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {line({ field: 'since', max: 10, hint: 'hint.since' })}
      {line({ field: 'prospects', max: 1000, rows: 2, hint: 'hint.prospects' })}
      {line({ field: 'note', max: 2000, rows: 2 })}
    </div>
  )
}
