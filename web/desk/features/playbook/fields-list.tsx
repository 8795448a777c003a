import type { PlaybookReading } from '@yinuo/contract'
import { Chip } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { Rule } from './part.tsx'
import { useTexts } from './texts.ts'

type FieldReading = PlaybookReading['records'][number]['fields'][number]

/** The fields of a form or record: what must be filled carries the word, not a colour alone. */
export function FieldsList(props: {
  readonly label: string
  readonly fields: readonly FieldReading[]
}): ReactElement {
  const t = useTexts()
  return (
    <ul className="playbook-fields" aria-label={props.label}>
      {props.fields.map((field) => (
        <li key={field.label}>
          <span>{field.label}</span>
          <span className="playbook-meta">
            {field.need === 'free' ? null : (
              <Chip look={field.need === 'required' ? 'accent' : 'plain'}>{t(field.need)}</Chip>
            )}
            <Rule id={field.rule} />
            <span>{field.notes.join('；')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
