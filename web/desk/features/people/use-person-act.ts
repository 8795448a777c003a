import type { OutputOf, PersonView, Route } from '@yinuo/contract'
import { type Act, useAct } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'

type People = { readonly people: readonly PersonView[] }

/** An action that answers with the person as he stands now; list and page show it at once. */
export function usePersonAct<R extends Route>(
  route: OutputOf<R> extends PersonView ? R : never,
  onDone?: (person: PersonView) => void,
): Act<R> {
  const client = useQueryClient()
  return useAct<R>(route, {
    onDone: (output) => {
      const person: PersonView = output as OutputOf<R> & PersonView
      client.setQueryData<People>(['person', 'list'], (list) =>
        list === undefined ? list : { people: withPerson(list.people, person) },
      )
      onDone?.(person)
    },
  })
}

function withPerson(people: readonly PersonView[], person: PersonView): readonly PersonView[] {
  return people.some((one) => one.id === person.id)
    ? people.map((one) => (one.id === person.id ? person : one))
    : [...people, person]
}
