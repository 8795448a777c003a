import { api } from '@yinuo/contract'
import { FieldRow } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** ESC-13: the customer had to ask again. */
export function ChasedForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [note, setNote, letGo] = useKept(`${view.id}.chased`, '')
  const act = useCaseAct(api.complaint.markChased, () => {
    letGo()
    onDone()
  })
  return (
    <div className="case-side-form">
      <FieldRow label={t('chased.note')} stacked>
        {(control) => (
          <textarea
            {...control}
            className="y-input"
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </FieldRow>
      <OptionButton
        action="mark-chased"
        label={t('chased.do')}
        pending={act.pending}
        onPress={() => void act.run({ params: { id: view.id }, body: { note } })}
      />
      <ActProblem act={act} />
    </div>
  )
}
