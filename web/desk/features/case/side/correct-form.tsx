import { api } from '@yinuo/contract'
import { FieldRow } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { EMPTY_FORM, entryOf } from '../form/entries.ts'
import { useKept } from '../kept-state.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'
import { useShown } from '../use-shown.ts'

const EMPTY = { field: '', value: '', reason: '' }

/** CMP-03: what was signed stays, and what is right stands beside it with the reason; until then it is put right in its place. */
export function CorrectForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const shown = useShown()
  const [draft, setDraft, letGo] = useKept(`${view.id}.correct`, EMPTY)
  const { box, asked, ask } = useAsked<HTMLDivElement>()
  const act = useCaseAct(api.complaint.correct, () => {
    letGo()
    onDone()
  })
  const change = (part: Partial<typeof EMPTY>): void => setDraft((held) => ({ ...held, ...part }))
  const fields = playbook.forms['registration']?.fields ?? []
  const field = fields.find((one) => one.key === draft.field)
  const signed = view.signature !== null
  const texts = signed ? (['value', 'reason'] as const) : (['value'] as const)
  const needed = ['field', ...texts] as const
  const missing = (text: string): { complaint?: string } =>
    asked && text.trim() === '' ? { complaint: t('form.missing') } : {}
  const record = (): void => {
    if (needed.some((key) => draft[key].trim() === '')) return ask()
    void act.run({ params: { id: view.id }, body: draft })
  }
  return (
    <div className="case-side-form" ref={box}>
      <FieldRow
        label={t('correction.field')}
        required
        stacked
        {...missing(draft.field)}
        {...(field === undefined
          ? {}
          : {
              hint: t('correction.was', {
                value: shown(field, entryOf(view.forms['registration'] ?? EMPTY_FORM, field.key)),
              }),
            })}
      >
        {(control) => (
          <select
            {...control}
            className="y-input"
            value={draft.field}
            onChange={(event) => change({ field: event.target.value })}
          >
            <option value="">{t('form.choose')}</option>
            {fields.map((one) => (
              <option key={one.key} value={one.key}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {texts.map((key) => (
        <FieldRow
          key={key}
          label={t(`correction.${key}`)}
          required
          stacked
          {...missing(draft[key])}
        >
          {(control) => (
            <textarea
              {...control}
              className="y-input"
              rows={2}
              maxLength={key === 'value' ? 4000 : 500}
              value={draft[key]}
              onChange={(event) => change({ [key]: event.target.value })}
            />
          )}
        </FieldRow>
      ))}
      <OptionButton
        action="correct"
        label={t(signed ? 'correction.do' : 'correction.put-right')}
        pending={act.pending}
        onPress={record}
      />
      <ActProblem act={act} />
    </div>
  )
}
