import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'
import type { FieldValue } from './entries.ts'
import type { ControlProps } from './control-props.ts'
import { parseYuan, yuanText } from './yuan.ts'

/** Yuan as people type it, integer fen as it is kept. What is no amount is marked and given on as text, never rounded. */
export function MoneyInput(props: {
  readonly control: ControlProps
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
}): ReactElement {
  const { control, value, onChange } = props
  const t = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (typeof value === 'number' ? yuanText(value) : (value ?? ''))
  const wrong = parseYuan(String(shown)) === undefined
  return (
    <span className="case-money">
      <input
        {...control}
        aria-invalid={wrong || control['aria-invalid']}
        className="y-input"
        inputMode="decimal"
        autoComplete="off"
        value={String(shown)}
        onChange={(event) => {
          const fen = parseYuan(event.target.value)
          setTyped(event.target.value)
          onChange(fen === undefined ? event.target.value : fen)
        }}
        onBlur={() => {
          if (!wrong) setTyped(null)
        }}
      />
      <span aria-hidden>{t('yuan')}</span>
      {wrong ? <span className="y-field-complaint">{t('form.money.wrong')}</span> : null}
    </span>
  )
}
