import { ActionButton, EmptyState, Icon } from '@yinuo/web-shared'
import { Plus, X } from 'lucide-react'
import { type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { LineInput } from '../form/line-input.tsx'
import { MoneyInput } from '../form/money-input.tsx'
import { useTexts } from '../texts.ts'
import { lineFor, type Remedy, type RemedyLine } from './plan-draft.ts'

type Change = (lines: readonly RemedyLine[]) => readonly RemedyLine[]

/** The remedies chosen, one row each, and the shelf of all that the playbook knows: one press adds a line. */
export function RemedyLines(props: {
  readonly lines: readonly RemedyLine[]
  readonly onChange: (change: Change) => void
}): ReactElement {
  const { lines, onChange } = props
  const { playbook } = useCase()
  const t = useTexts()
  const [open, setOpen] = useState(lines.length === 0)
  const box = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState(0)
  useEffect(() => {
    if (added > 0)
      box.current?.querySelector<HTMLElement>('.case-remedy:last-child .case-remedy-words')?.focus()
  }, [added])
  const add = (remedy: Remedy): void => {
    onChange((held) => [...held, lineFor(remedy)])
    setAdded((count) => count + 1)
  }
  return (
    <div className="case-remedies" ref={box}>
      <h3>{t('plan.remedies')}</h3>
      {lines.length === 0 ? <EmptyState sentence={t('plan.none')} /> : null}
      <ol>
        {lines.map((line, index) => (
          <RemedyRow
            key={index}
            index={index}
            line={line}
            remedy={playbook.remedies.find((remedy) => remedy.key === line.remedy)}
            onChange={(change) =>
              onChange((held) =>
                held.map((one, at) => (at === index ? { ...one, ...change } : one)),
              )
            }
            onRemove={() => onChange((held) => held.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      <ActionButton size="small" icon={Plus} onPress={() => setOpen((held) => !held)}>
        {t(open ? 'plan.shelf-close' : 'plan.shelf-open')}
      </ActionButton>
      {open ? <Shelf remedies={playbook.remedies} onAdd={add} /> : null}
    </div>
  )
}

function Shelf(props: {
  readonly remedies: readonly Remedy[]
  readonly onAdd: (remedy: Remedy) => void
}): ReactElement {
  const t = useTexts()
  return (
    <div className="case-shelf">
      {(['material', 'immaterial'] as const).map((kind) => (
        <section key={kind} aria-label={t(`plan.${kind}`)}>
          <h4>{t(`plan.${kind}`)}</h4>
          <div>
            {props.remedies
              .filter((remedy) => remedy.kind === kind)
              .map((remedy) => (
                <ActionButton key={remedy.key} size="small" onPress={() => props.onAdd(remedy)}>
                  {remedy.label}
                </ActionButton>
              ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function RemedyRow(props: {
  readonly index: number
  readonly line: RemedyLine
  readonly remedy: Remedy | undefined
  readonly onChange: (change: Partial<RemedyLine>) => void
  readonly onRemove: () => void
}): ReactElement {
  const { index, line, remedy, onChange, onRemove } = props
  const t = useTexts()
  const label = remedy?.label ?? line.remedy
  const immaterial = remedy?.kind === 'immaterial'
  const id = useId()
  const [quantity, setQuantity] = useState<string | null>(null)
  const asks = remedy?.asks ?? []
  const text = (key: 'product' | 'unit' | 'note' | 'who' | 'place', max: number): ReactElement => (
    <LineInput
      className={`case-remedy-${key}${key === 'unit' ? '' : ' case-remedy-words'}`}
      aria-label={`${label} ${t(`plan.${key}`)}`}
      placeholder={t(`plan.${key}`)}
      maxLength={max}
      value={line[key]}
      onText={(value) => onChange({ [key]: value })}
    />
  )
  return (
    <li className={`case-remedy${immaterial ? ' case-remedy-immaterial' : ''}`}>
      <span className="case-remedy-label">
        {label}
        {remedy?.task == null ? null : <small>{t('plan.task', { task: remedy.task.label })}</small>}
      </span>
      {immaterial ? text('note', 500) : text('product', 200)}
      <input
        className="y-input case-remedy-quantity"
        aria-label={`${label} ${t('plan.quantity')}`}
        inputMode="decimal"
        value={quantity ?? String(line.quantity)}
        onChange={(event) => {
          const typed = event.target.value.normalize('NFKC')
          setQuantity(typed)
          if (/^\d{1,7}(\.\d{1,3})?$/.test(typed)) onChange({ quantity: Number(typed) })
        }}
        onBlur={() => setQuantity(null)}
      />
      {text('unit', 20)}
      <MoneyInput
        control={{
          id,
          'aria-describedby': '',
          'aria-invalid': false,
          'aria-label': `${label} ${t('plan.amount')}`,
        }}
        value={line.amountFen}
        onChange={(value) => onChange({ amountFen: typeof value === 'number' ? value : 0 })}
      />
      {immaterial ? null : text('note', 500)}
      {asks.length === 0 && remedy?.task == null ? null : (
        <span className="case-remedy-details">
          {asks.includes('who') ? text('who', 80) : null}
          <label className="case-remedy-on">
            <small aria-hidden>{t('plan.on')}</small>
            <input
              type="date"
              className="y-input"
              aria-label={`${label} ${t('plan.on')}`}
              data-field={`plan.remedies.${index}.on`}
              value={line.on}
              onChange={(event) => onChange({ on: event.target.value })}
            />
          </label>
          {asks.includes('place') ? text('place', 200) : null}
        </span>
      )}
      <button
        type="button"
        className="y-icon-button"
        aria-label={t('plan.remove', { label })}
        onClick={onRemove}
      >
        <Icon of={X} />
      </button>
    </li>
  )
}
