import { SavedState } from '@yinuo/web-shared'
import { Phone, Save } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { isAllowed } from '../option.ts'
import { OptionButton } from '../option-button.tsx'
import { useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { ContactRecords } from './contact-records.tsx'
import { NextStep } from './next-step.tsx'
import { StepForms, useStepDrafts } from './step-forms.tsx'

/** A step that is worked by filling in forms and talking to the customer (step 2 of LUB, and any step without a face of its own). */
export function FormStep({ forms }: { readonly forms: readonly string[] }): ReactElement {
  const { view } = useCase()
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      {forms.length > 0 && isAllowed(view, 'save-form') ? (
        <WorkedForms forms={forms} />
      ) : (
        <>
          {forms.map((form) => (
            <FormFacts key={form} form={form} />
          ))}
          <NextStep />
        </>
      )}
      <ContactRecords />
    </div>
  )
}

function WorkedForms({ forms }: { readonly forms: readonly string[] }): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const side = useSide()
  const drafts = useStepDrafts(forms)
  return (
    <>
      <StepForms drafts={drafts} />
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
          pending={drafts.pending}
          onPress={() => void drafts.saveAll()}
        />
        <SavedState saved={drafts.saved} />
      </div>
      <NextStep beforeGoing={drafts.saveAll} isTyped={drafts.isTyped} />
    </>
  )
}
