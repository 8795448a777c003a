import type { PersonView } from '@yinuo/contract'
import type { ReactElement } from 'react'

/** A colleague by name, with posts, since names repeat. */
export function PersonChoice(props: {
  readonly control: { readonly id: string; readonly 'aria-describedby': string }
  readonly people: readonly PersonView[]
  /** What stands for nobody. */
  readonly nobody: string
  readonly value: string
  readonly onChange: (id: string) => void
}): ReactElement {
  return (
    <select
      {...props.control}
      className="y-input"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{props.nobody}</option>
      {props.people.map((person) => (
        <option key={person.id} value={person.id}>
          {[person.name, ...person.posts.map((post) => post.label)].join('，')}
        </option>
      ))}
    </select>
  )
}
