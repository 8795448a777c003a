import { api } from '@yinuo/contract'
import { ActionButton, LockedAction } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { cleaned, type FormContent, withValue } from '../form/entries.ts'
import { recordFields } from '../form/field-shape.ts'
import { focusField, FormFields } from '../form/form-fields.tsx'
import { useKept } from '../kept-state.ts'
import { reasonsAgainst } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { contactPerson } from '../steps/use-told.ts'
import { useTexts } from '../texts.ts'
import { useShortReasons } from '../use-short-reasons.ts'

/** A record of the playbook, appended and never changed (INV-01, INV-03). Ctrl+Enter records it. */
export function RecordForm(props: {
  readonly kind: 'note' | 'contact' | 'consultation'
  readonly onDone: () => void
}): ReactElement {
  const { kind, onDone } = props
  const { view, playbook } = useCase()
  const t = useTexts()
  const [content, setContent, letGo] = useKept<FormContent>(`${view.id}.${kind}`, {
    values:
      kind === 'contact' ? { means: 'phone', person: contactPerson(view), reached: true } : {},
    unavailable: {},
  })
  const act = useCaseAct(api.complaint.addRecord, () => {
    letGo()
    onDone()
  })
  const reasons = useShortReasons()(reasonsAgainst(view, 'add-record'))
  const record = (): void =>
    void act.run({
      params: { id: view.id },
      body: { kind, values: { ...cleaned(content).values } },
    })
  return (
    <div className="case-side-form">
      <FormFields
        narrow
        form={kind}
        fields={recordFields(playbook, kind)}
        content={content}
        unmet={act.refusal?.unmet ?? []}
        onValue={(key, value) => setContent((held) => withValue(held, key, value))}
      />
      {reasons.length > 0 ? (
        <LockedAction label={t(`record.${kind}`)} reasons={reasons} />
      ) : (
        <ActionButton keys="Ctrl+Enter" pending={act.pending} onPress={record}>
          {t(`record.${kind}`)}
        </ActionButton>
      )}
      <ActProblem act={act} onField={focusField} />
    </div>
  )
}
