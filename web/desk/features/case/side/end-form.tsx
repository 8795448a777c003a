import { api } from '@yinuo/contract'
import { ENDINGS } from '@yinuo/domain'
import { FieldRow } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { optionOf } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'

const EMPTY = { ending: '', reason: '' }

/** NEG-17: an honest end other than a satisfied customer, proposed with its reason to the leader. */
export function EndForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const [draft, setDraft, letGo] = useKept(`${view.id}.end`, EMPTY)
  const { box, asked, ask } = useAsked<HTMLDivElement>()
  const act = useCaseAct(api.complaint.proposeEnding, () => {
    letGo()
    onDone()
  })
  const endings = playbook.endings.filter((ending) => ending.needsApproval)
  // What keeps a single ending away, not what keeps all of them away: that stands at the button (NEG-04).
  const whyNot = (key: string): string => {
    const option = view.options.find((one) => one.action === 'propose-ending' && one.target === key)
    const other = optionOf(view, 'propose-ending')?.unmet.map((gate) => gate.text) ?? []
    const own = (option?.unmet ?? []).filter((gate) => !other.includes(gate.text))
    return own.flatMap((gate) => gate.missing.map((one) => one.text)).join('；')
  }
  const ending = ENDINGS.find((key) => key === draft.ending)
  const missing = (empty: boolean): { complaint?: string } =>
    asked && empty ? { complaint: t('form.missing') } : {}
  const propose = (): void => {
    if (ending === undefined || draft.reason.trim() === '') return ask()
    void act.run({ params: { id: view.id }, body: { ending, reason: draft.reason } })
  }
  return (
    <div className="case-side-form" ref={box}>
      <fieldset className="case-receivers">
        <legend>{t('end.how')}</legend>
        {endings.map((one) => (
          <label key={one.key}>
            <input
              type="radio"
              name="ending"
              disabled={whyNot(one.key) !== ''}
              checked={draft.ending === one.key}
              onChange={() => setDraft((held) => ({ ...held, ending: one.key }))}
            />
            <span>
              {one.label}
              {whyNot(one.key) === '' ? null : <small>{whyNot(one.key)}</small>}
            </span>
          </label>
        ))}
        {asked && ending === undefined ? (
          <p className="y-field-complaint" role="alert">
            {t('form.missing')}
          </p>
        ) : null}
      </fieldset>
      <FieldRow label={t('end.reason')} required stacked {...missing(draft.reason.trim() === '')}>
        {(control) => (
          <textarea
            {...control}
            className="y-input"
            rows={3}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => {
              const reason = event.target.value
              setDraft((held) => ({ ...held, reason }))
            }}
          />
        )}
      </FieldRow>
      <OptionButton
        action="propose-ending"
        label={t('end.do')}
        pending={act.pending}
        onPress={propose}
      />
      <ActProblem act={act} />
    </div>
  )
}
