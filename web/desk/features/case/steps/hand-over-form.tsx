import { api } from '@yinuo/contract'
import { EmptyState } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** To whom: named people who may handle it, the least busy first, with what they have in hand (CMP-04). */
export function HandOverForm({ onDone }: { readonly onDone?: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const receivers = view.receivers.toSorted((a, b) => a.inHand - b.inHand)
  const [to, setTo] = useState<string | null>(null)
  const chosen = receivers.find((person) => person.id === to) ?? receivers[0]
  const handOver = useCaseAct(api.complaint.handOver, () => onDone?.())
  const may = isAllowed(view, 'hand-over')
  if (may && receivers.length === 0) return <EmptyState sentence={t('handover.nobody')} />
  return (
    <div className="case-block">
      {may ? (
        <fieldset className="case-receivers">
          <legend>{t('handover.to')}</legend>
          {receivers.map((person) => (
            <label key={person.id}>
              <input
                type="radio"
                name="receiver"
                checked={person.id === chosen?.id}
                onChange={() => setTo(person.id)}
              />
              <span>{person.name}</span>
              <small>{t('handover.in-hand', { count: person.inHand })}</small>
            </label>
          ))}
        </fieldset>
      ) : null}
      <OptionButton
        action="hand-over"
        label={
          chosen === undefined || !may
            ? t('handover.do')
            : t('handover.do-to', { name: chosen.name })
        }
        pending={handOver.pending}
        onPress={() =>
          void handOver.run({ params: { id: view.id }, body: { to: chosen?.id ?? null } })
        }
      />
      <ActProblem act={handOver} />
    </div>
  )
}
