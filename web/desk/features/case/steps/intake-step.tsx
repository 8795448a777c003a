import { api } from '@yinuo/contract'
import { ActionButton } from '@yinuo/web-shared'
import { Pencil, PenLine } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct, useWhen } from '../case-context.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { SpokenWords } from './spoken-words.tsx'

/** Step 1: what was registered, the recorder's signature, and the hand-over to a named person (CMP-03, CMP-04). */
export function IntakeStep(): ReactElement {
  const { view } = useCase()
  return (
    <div className="case-step">
      <FormFacts form="registration" />
      <SpokenWords />
      {view.signature === null ? <SignBlock /> : <Signature />}
      {view.signature === null ? null : view.pendingHandover === null ? (
        <HandOverForm />
      ) : (
        <AcknowledgeBlock />
      )}
    </div>
  )
}

function SignBlock(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const sign = useCaseAct(api.complaint.sign)
  const side = useSide()
  return (
    <div className="case-block">
      <p className="case-note">{t('sign.note', { name: view.recorder.name })}</p>
      <OptionButton
        action="sign"
        label={t('sign.do')}
        icon={PenLine}
        pending={sign.pending}
        onPress={() => void sign.run({ params: { id: view.id }, body: {} })}
      />
      {isAllowed(view, 'correct') ? (
        <ActionButton icon={Pencil} onPress={() => side.open('correct')}>
          {t('correction.open')}
        </ActionButton>
      ) : null}
      <ActProblem act={sign} />
    </div>
  )
}

function Signature(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  const { signature } = view
  if (signature === null) return null
  return (
    <p className="case-note">
      {t('sign.done', {
        name: signature.by.name,
        post: signature.postLabel,
        when: when(signature.at),
      })}
    </p>
  )
}
