import { Save } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { CaseForm } from '../form/case-form.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { useFormDraft } from '../form/use-form-draft.ts'
import { isAllowed } from '../option.ts'
import { OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { ContactRecords } from './contact-records.tsx'
import { NextStep } from './next-step.tsx'

/** A step that is worked by filling in forms and talking to the customer (step 2 of LUB, and any step without a face of its own). */
export function FormStep({ forms }: { readonly forms: readonly string[] }): ReactElement {
  const { playbook, view } = useCase()
  const [form] = forms
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      {form === undefined ? null : isAllowed(view, 'save-form') ? (
        <WorkedForm form={form} />
      ) : (
        <>
          <FormFacts form={form} />
          <NextStep />
        </>
      )}
      {playbook.records['contact'] === undefined ? null : <ContactRecords />}
      {form === undefined ? <NextStep /> : null}
    </div>
  )
}

function WorkedForm({ form }: { readonly form: string }): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const keys = (playbook.forms[form]?.fields ?? []).map((field) => field.key)
  const draft = useFormDraft(form, keys)
  return (
    <>
      <CaseForm form={form} draft={draft} />
      <div className="case-actions">
        <OptionButton
          action="save-form"
          label={t('form.save')}
          icon={Save}
          pending={draft.pending}
          onPress={() => void draft.save()}
        />
      </div>
      <NextStep beforeGoing={() => draft.save()} />
    </>
  )
}
