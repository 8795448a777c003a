import type { ComplaintView } from '@yinuo/contract'
import type { RefObject } from 'react'
import { useCase } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { isTold, type Told } from '../tell-fields.tsx'
import { useAsked } from '../use-asked.ts'

/** The fields of something told to the customer, kept until it is recorded; `check` says whether they are complete and shows what is not. */
export function useTold(name: string): {
  readonly told: Told
  readonly change: (change: Partial<Told>) => void
  readonly asked: boolean
  /** Goes around the fields. */
  readonly box: RefObject<HTMLDivElement | null>
  readonly check: () => boolean
  readonly letGo: () => void
} {
  const { view } = useCase()
  const [told, setTold, letGo] = useKept<Told>(`${view.id}.${name}`, {
    means: 'phone',
    person: contactPerson(view),
    content: '',
  })
  const { box, asked, ask } = useAsked<HTMLDivElement>()
  return {
    told,
    change: (change) => setTold((held) => ({ ...held, ...change })),
    asked,
    box,
    check: () => {
      const complete = isTold(told)
      if (!complete) ask()
      return complete
    },
    letGo,
  }
}

/** Whom one usually talks to: as he wants to be addressed, else who reported. */
export function contactPerson(view: ComplaintView): string {
  const values = view.forms['registration']?.values ?? {}
  return String(values['salutation'] ?? values['reporter'] ?? '')
}
