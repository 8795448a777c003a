import { SavedState } from '@yinuo/web-shared'
import { Phone, Save } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { CaseForm } from '../form/case-form.tsx'
import { entryOf, isFilled } from '../form/entries.ts'
import { FormFacts } from '../form/form-facts.tsx'
import { useFormDraft } from '../form/use-form-draft.ts'
import { isAllowed } from '../option.ts'
import { OptionButton } from '../option-button.tsx'
import { useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { ContactRecords } from './contact-records.tsx'
import { NextStep } from './next-step.tsx'

/** A step that is worked by filling in forms and talking to the customer (step 2 of LUB, and any step without a face of its own). */
export function FormStep({ forms }: { readonly forms: readonly string[] }): ReactElement {
  const { view } = useCase()
  const may = isAllowed(view, 'save-form')
  const [first, ...others] = forms
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      {first !== undefined && may ? (
        <WorkedForm form={first} />
      ) : (
        <>
          {first === undefined ? null : <FormFacts form={first} />}
          <NextStep />
        </>
      )}
      {others.map((form) => (
        <FormFacts key={form} form={form} />
      ))}
      <ContactRecords />
    </div>
  )
}

function WorkedForm({ form }: { readonly form: string }): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const side = useSide()
  const keys = (playbook.forms[form]?.fields ?? []).map((field) => field.key)
  const draft = useFormDraft(form, keys)
  return (
    <>
      <CaseForm form={form} draft={draft} />
      <div className="case-actions">
        {playbook.records['contact'] === undefined ? null : (
          <OptionButton
            action="add-record"
            label={t('contact.add')}
            icon={Phone}
            onPress={() => side.open('contact')}
          />
        )}
        <OptionButton
          action="save-form"
          label={t('form.save')}
          icon={Save}
          pending={draft.pending}
          onPress={() => void draft.save()}
        />
        <SavedState saved={draft.saved} />
      </div>
      <NextStep
        beforeGoing={() => draft.save()}
        isTyped={(of, field) =>
          draft.dirty && of === form && isFilled(entryOf(draft.content, field))
        }
      />
    </>
  )
}
