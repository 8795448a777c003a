import { planClass } from '@yinuo/domain'
import { ActionButton, Icon, useVocabulary } from '@yinuo/web-shared'
import { Plus, X } from 'lucide-react'
import { type ReactElement, useId } from 'react'
import { useCase } from '../case-context.tsx'
import { LineInput } from '../form/line-input.tsx'
import { MoneyInput } from '../form/money-input.tsx'
import { useTexts } from '../texts.ts'
import type { PlanContent } from './plan-draft.ts'

type Alternative = PlanContent['alternatives'][number]
type Change = (lines: readonly Alternative[]) => readonly Alternative[]

const MOST = 5
const EMPTY: Alternative = { what: '', costFen: 0, keptFen: 0 }

/** Other ways to settle it, each with cost and business kept, so that the leader can choose (NEG-14). */
export function AlternativeLines(props: {
  readonly lines: readonly Alternative[]
  readonly onChange: (change: Change) => void
}): ReactElement {
  const { lines, onChange } = props
  const t = useTexts()
  return (
    <div className="case-remedies">
      {lines.length === 0 ? null : <h3>{t('plan.alternatives')}</h3>}
      <ol>
        {lines.map((line, index) => (
          <AlternativeRow
            key={index}
            line={line}
            onChange={(part) =>
              onChange((held) => held.map((one, at) => (at === index ? { ...one, ...part } : one)))
            }
            onRemove={() => onChange((held) => held.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {lines.length >= MOST ? null : (
        <ActionButton size="small" icon={Plus} onPress={() => onChange((held) => [...held, EMPTY])}>
          {t('plan.alternative-add')}
        </ActionButton>
      )}
    </div>
  )
}

function AlternativeRow(props: {
  readonly line: Alternative
  readonly onChange: (part: Partial<Alternative>) => void
  readonly onRemove: () => void
}): ReactElement {
  const { line, onChange, onRemove } = props
  const { playbook } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const weighed = planClass(line, playbook)
  return (
    <li className="case-alternative">
      <LineInput
        className="case-remedy-words"
        aria-label={t('plan.alternative')}
        placeholder={t('plan.alternative-hint')}
        maxLength={500}
        value={line.what}
        onText={(what) => onChange({ what })}
      />
      <Money
        label={t('plan.cost')}
        value={line.costFen}
        onFen={(costFen) => onChange({ costFen })}
      />
      <Money
        label={t('plan.kept')}
        value={line.keptFen}
        onFen={(keptFen) => onChange({ keptFen })}
      />
      <span>{weighed === null ? null : v(`class.${weighed}`)}</span>
      <button
        type="button"
        className="y-icon-button"
        aria-label={t('plan.remove', { label: line.what })}
        onClick={onRemove}
      >
        <Icon of={X} />
      </button>
    </li>
  )
}

function Money(props: {
  readonly label: string
  readonly value: number
  readonly onFen: (fen: number) => void
}): ReactElement {
  const id = useId()
  return (
    <label className="case-alternative-money" htmlFor={id}>
      <small>{props.label}</small>
      <MoneyInput
        control={{ id, 'aria-describedby': '', 'aria-invalid': false }}
        value={props.value}
        onChange={(value) => props.onFen(typeof value === 'number' ? value : 0)}
      />
    </label>
  )
}
