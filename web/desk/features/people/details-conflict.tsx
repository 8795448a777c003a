import type { PersonView } from '@yinuo/contract'
import { ActionButton, ConflictNote } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { conflicting, type Details, detailsOf, resolved } from './details.ts'
import { useTexts } from './texts.ts'

const LABELS = { name: 'field.name', siteId: 'field.site', reportsTo: 'field.superior' } as const

/** Somebody else saved this person meanwhile: both values where both changed, the rest is put together. */
export function DetailsConflict(props: {
  readonly mine: Details
  readonly theirs: PersonView
  readonly base: Details
  readonly people: readonly PersonView[]
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  readonly onResolve: (details: Details) => void
}): ReactElement {
  const t = useTexts()
  const { mine, base, people, sites } = props
  const theirs = detailsOf(props.theirs)
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const named = (field: keyof Details, value: string): string => {
    if (field === 'siteId') return sites.find((site) => site.id === value)?.name ?? ''
    if (field === 'reportsTo')
      return people.find((person) => person.id === value)?.name ?? t('superior.none')
    return value
  }
  return (
    <>
      <ConflictNote
        fields={conflicting(mine, theirs, base).map((field) => ({
          key: field,
          label: t(LABELS[field]),
          mine: named(field, mine[field]),
          theirs: named(field, theirs[field]),
        }))}
        chosen={chosen}
        onChoose={(key, which) => setChosen({ ...chosen, [key]: which })}
        words={{ mine: t('conflict.mine'), theirs: t('conflict.theirs') }}
      />
      <ActionButton onPress={() => props.onResolve(resolved(mine, theirs, base, chosen))}>
        {t('conflict.save')}
      </ActionButton>
    </>
  )
}
