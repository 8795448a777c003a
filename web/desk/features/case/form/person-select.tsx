import { api } from '@yinuo/contract'
import { useMe, useRead } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import type { ControlProps } from './control-props.ts'

/** A colleague by name; oneself is not offered. */
export function PersonSelect(props: {
  readonly control: ControlProps
  readonly value: string
  readonly onChange: (id: string) => void
}): ReactElement {
  const t = useTexts()
  const me = useMe()
  const people = useRead(api.people.list, {}, ['person', 'list'])
  const others = (people.data?.people ?? []).filter(
    (person) => person.active && person.id !== me.user.id,
  )
  return (
    <select
      {...props.control}
      className="y-input"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{t('form.choose')}</option>
      {others.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
          {person.posts.length === 0
            ? ''
            : `，${person.posts.map((post) => post.label).join('、')}`}
        </option>
      ))}
    </select>
  )
}
