import { type ReactElement, useEffect, useRef } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'

export type ConflictField = {
  readonly key: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** Two people saved the same form: both values per field, choose one; nothing was overwritten (SYS-08). */
export function ConflictNote(props: {
  readonly fields: readonly ConflictField[]
  readonly chosen: Readonly<Record<string, 'mine' | 'theirs'>>
  readonly onChoose: (key: string, which: 'mine' | 'theirs') => void
  readonly words: { readonly mine: string; readonly theirs: string }
}): ReactElement {
  const t = useSharedTexts()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // It may come while somebody types elsewhere: the cursor is never taken from under the hands, the alert is read out.
    if (document.activeElement?.matches('input, textarea, select') !== true) box.current?.focus()
  }, [])
  return (
    <section ref={box} tabIndex={-1} role="alert" className="y-conflict">
      <p className="y-refusal-title">{t('conflict.title')}</p>
      {props.fields.map((field) => (
        <fieldset key={field.key}>
          <legend>{field.label}</legend>
          {(['mine', 'theirs'] as const).map((which) => (
            <label key={which}>
              <input
                type="radio"
                name={`conflict-${field.key}`}
                checked={props.chosen[field.key] === which}
                onChange={() => props.onChoose(field.key, which)}
              />
              <span className="y-conflict-whose">{props.words[which]}</span>
              <span className="y-words">{field[which]}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
