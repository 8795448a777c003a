import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { CaseForm } from '../form/case-form.tsx'
import { entryOf, type FormContent, isFilled } from '../form/entries.ts'
import { type FormDraft, useFormDraft } from '../form/use-form-draft.ts'
import { isFolded } from './folded-forms.ts'

type Typed = Pick<FormDraft, 'content' | 'dirty' | 'pending' | 'saved'>
type Report = (form: string, draft: FormDraft) => void

/** The forms of a step as one piece of work: saved together, before the step is left too. */
export type StepDrafts = {
  readonly forms: readonly string[]
  readonly report: Report
  readonly saveAll: () => Promise<boolean>
  readonly pending: boolean
  readonly saved: FormDraft['saved']
  /** Whether a field is filled on this screen and only not saved. */
  readonly isTyped: (form: string, field: string) => boolean
}

export function useStepDrafts(forms: readonly string[]): StepDrafts {
  const drafts = useRef(new Map<string, FormDraft>())
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const report = useCallback<Report>((form, draft) => {
    drafts.current.set(form, draft)
    const { content, dirty, pending, saved } = draft
    setTyped((held) =>
      isSame(held[form], draft) ? held : { ...held, [form]: { content, dirty, pending, saved } },
    )
  }, [])
  const all = Object.values(typed)
  return {
    forms,
    report,
    saveAll: async () => {
      // One after the other: two saves of one case at once would only meet as a conflict.
      for (const draft of drafts.current.values()) if (!(await draft.save())) return false
      return true
    },
    pending: all.some((one) => one.pending),
    saved: all.some((one) => one.dirty) ? null : (all.findLast((one) => one.saved)?.saved ?? null),
    isTyped: (form, field) => {
      const draft = typed[form]
      return draft?.dirty === true && isFilled(entryOf(draft.content, field))
    },
  }
}

export function StepForms({ drafts }: { readonly drafts: StepDrafts }): ReactElement {
  const { view, playbook } = useCase()
  return (
    <>
      {drafts.forms.map((form) =>
        isFolded(form, playbook, view) ? (
          <details key={form} className="case-more">
            <summary>{playbook.forms[form]?.label ?? form}</summary>
            <WorkedForm form={form} report={drafts.report} />
          </details>
        ) : (
          <WorkedForm key={form} form={form} report={drafts.report} />
        ),
      )}
    </>
  )
}

function WorkedForm(props: { readonly form: string; readonly report: Report }): ReactElement {
  const { form, report } = props
  const { playbook } = useCase()
  const keys = (playbook.forms[form]?.fields ?? []).map((field) => field.key)
  const draft = useFormDraft(form, keys)
  useEffect(() => report(form, draft))
  return <CaseForm form={form} draft={draft} />
}

function isSame(held: Typed | undefined, draft: Typed): boolean {
  const same = (a: FormContent | undefined, b: FormContent): boolean => a === b
  return (
    held !== undefined &&
    same(held.content, draft.content) &&
    held.dirty === draft.dirty &&
    held.pending === draft.pending &&
    held.saved === draft.saved
  )
}
