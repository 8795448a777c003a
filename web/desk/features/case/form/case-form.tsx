import type { ComplaintView, PlaybookView } from '@yinuo/contract'
import { ErrorState, useShortcut } from '@yinuo/web-shared'
import { type FocusEvent, type ReactElement, useRef, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { RefusalWithSkip } from '../refusal-with-skip.tsx'
import { useTexts } from '../texts.ts'
import { FormConflict } from './form-conflict.tsx'
import { entryOf, isFilled, withoutReason, withUnavailable, withValue } from './entries.ts'
import type { PlaybookField } from './field-shape.ts'
import { focusField, FormFields } from './form-fields.tsx'
import { UnavailablePanel } from './unavailable-panel.tsx'
import type { FormDraft } from './use-form-draft.ts'

/** A form of the playbook as one works in it: saved on leaving a field, 客户无法提供 under Alt 0, conflicts side by side. */
export function CaseForm(props: {
  readonly form: string
  readonly draft: FormDraft
}): ReactElement {
  const { form, draft } = props
  const { view, playbook } = useCase()
  const t = useTexts()
  const definition = playbook.forms[form]
  const fields = askedFields(definition, view)
  const tally = view.questions.find((one) => one.form === form)
  const required = fields.filter((field) => field.required)
  const filled = required.filter((field) => isFilled(entryOf(draft.content, field.key)))
  const given = filled.filter((field) => entryOf(draft.content, field.key).reason === null)
  // Alt 0 speaks of the form one is in; before one is in any, of the first of the step.
  const [inside, setInside] = useState(false)
  const first = playbook.steps.some((step) => step.forms[0] === form)
  const panel = useUnavailablePanel(form, fields, draft, inside || first)

  const leave = (event: FocusEvent): void => {
    // Inside a choice the arrow keys move on; the save waits for the next field.
    if (event.relatedTarget instanceof Node && fieldOf(event.target)?.contains(event.relatedTarget))
      return
    if (draft.dirty) void draft.save({ automatic: true })
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
      setInside(false)
  }

  return (
    <section
      className="case-form"
      aria-label={definition?.label ?? form}
      onFocus={() => setInside(true)}
      onBlur={leave}
    >
      <div className="case-form-head">
        <h3>{definition?.label ?? form}</h3>
        <span>
          {tally === undefined ? null : <QuestionTally tally={tally} fields={fields} />}
          {required.length === 0
            ? ''
            : t('form.filled', { filled: given.length, all: required.length })}
          {required.length === 0 || filled.length === given.length
            ? ''
            : `，${t('form.unavailable', { count: filled.length - given.length })}`}
        </span>
        {panel.button}
      </div>
      {panel.body}
      {draft.conflict === null ? null : <FormConflict fields={fields} draft={draft} />}
      <FormFields
        form={form}
        fields={fields}
        content={draft.content}
        unmet={draft.refusal?.unmet ?? []}
        onValue={(key, value) => draft.change((content) => withValue(content, key, value))}
        onAvailable={(key) => {
          draft.change((content) => withoutReason(content, key))
          setTimeout(() => focusField(form, key))
        }}
      />
      {draft.refusal === null || draft.refusal.automatic ? null : (
        <RefusalWithSkip
          unmet={draft.refusal.unmet}
          onField={focusField}
          onSkip={(skip) => void draft.save({ skip })}
        />
      )}
      {draft.error === null || draft.refusal !== null ? null : (
        <ErrorState error={draft.error} onRetry={() => void draft.save()} />
      )}
    </section>
  )
}

/** The questions of a bank are those of the product group at hand (INV-18); other forms have all their fields. */
function askedFields(
  definition: PlaybookView['forms'][string] | undefined,
  view: ComplaintView,
): readonly PlaybookField[] {
  const [root = '', key = ''] = (definition?.groupedBy ?? '').split('.')
  const group = String(view.forms[root]?.values[key] ?? '')
  return (definition?.fields ?? []).filter(
    (field) => field.for === undefined || field.for.includes(group),
  )
}

/** How many questions were put and answered, which still have to be, and what the customer may be keeping back (INV-18). */
function QuestionTally(props: {
  readonly tally: ComplaintView['questions'][number]
  readonly fields: readonly PlaybookField[]
}): ReactElement {
  const { tally, fields } = props
  const t = useTexts()
  const labelsOf = (keys: readonly string[]): string =>
    keys.map((key) => fields.find((field) => field.key === key)?.label ?? key).join('、')
  const { questions, asked, answered, unasked, withheld } = tally
  return (
    <>
      {t('questions.tally', { asked, all: questions, answered })}
      {unasked.length === 0 ? '' : t('questions.unasked', { labels: labelsOf(unasked) })}
      {withheld.length === 0 ? '' : t('questions.withheld', { labels: labelsOf(withheld) })}
    </>
  )
}

function useUnavailablePanel(
  form: string,
  fields: readonly PlaybookField[],
  draft: FormDraft,
  meant: boolean,
): { readonly button: ReactElement | null; readonly body: ReactElement | null } {
  const t = useTexts()
  const [first, setFirst] = useState<string | null | undefined>()
  const back = useRef<string | null>(null)
  const offered = fields.filter(
    (field) =>
      field.mayBeUnavailable &&
      (field.key === first || !isFilled(entryOf(draft.content, field.key))),
  )
  const open = (): void => {
    const focused = document.activeElement?.closest('[data-field]')?.getAttribute('data-field')
    const key = focused?.startsWith(`${form}.`) === true ? focused.slice(form.length + 1) : null
    back.current = key
    const may = fields.some((field) => field.key === key && field.mayBeUnavailable)
    setFirst(may ? key : null)
  }
  const close = (): void => {
    setFirst(undefined)
    const key = back.current ?? offered[0]?.key
    if (key !== undefined) setTimeout(() => focusField(form, key))
  }
  useShortcut('Alt+0', open, {
    label: t('unavailable.title'),
    enabled: meant && offered.length > 0,
  })
  return {
    button:
      offered.length === 0 ? null : (
        <button
          type="button"
          className="y-link case-form-hint"
          onMouseDown={keepFocus}
          onClick={open}
        >
          {t('unavailable.offer')}
          <kbd className="y-kbd">Alt 0</kbd>
        </button>
      ),
    body:
      first === undefined ? null : (
        <UnavailablePanel
          fields={offered}
          first={first}
          onClose={close}
          onApply={(keys, reason) => {
            draft.change((content) => withUnavailable(content, keys, reason))
            const left = offered.filter((field) => !keys.includes(field.key))
            const at = fields.findIndex((field) => field.key === keys[0])
            const next = left.find((field) => fields.indexOf(field) > at) ?? left[0]
            back.current = next?.key ?? null
            close()
          }}
        />
      ),
  }
}

/** The field one is in is the field one means: pressing the button must not take the focus away first. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault()
}

function fieldOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[data-field]') : null
}
