import type { PersonView } from '@yinuo/contract'

/** What the form of a person holds; an empty `reportsTo` means nobody is named. */
export type Details = { readonly name: string; readonly siteId: string; readonly reportsTo: string }
export const DETAIL_FIELDS = ['name', 'siteId', 'reportsTo'] as const

export function detailsOf(person: PersonView): Details {
  return { name: person.name, siteId: person.site.id, reportsTo: person.reportsTo?.id ?? '' }
}

/** Only what was changed is sent: the rest may have been changed by somebody else. */
export function editOf(
  values: Details,
  base: Details,
): { name?: string; siteId?: string; reportsTo?: string | null } {
  return {
    ...(values.name === base.name ? {} : { name: values.name.trim() }),
    ...(values.siteId === base.siteId ? {} : { siteId: values.siteId }),
    ...(values.reportsTo === base.reportsTo
      ? {}
      : { reportsTo: values.reportsTo === '' ? null : values.reportsTo }),
  }
}

/** Fields that both changed since `base`, and differently: only these have to be chosen (SYS-08). */
export function conflicting(
  mine: Details,
  theirs: Details,
  base: Details,
): readonly (keyof Details)[] {
  return DETAIL_FIELDS.filter(
    (field) =>
      mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field],
  )
}

/** What stands after the choice: mine where I changed and nobody else did, or where I chose mine. */
export function resolved(
  mine: Details,
  theirs: Details,
  base: Details,
  chosen: Readonly<Record<string, 'mine' | 'theirs'>>,
): Details {
  const both = conflicting(mine, theirs, base)
  const pick = (field: keyof Details): string => {
    if (mine[field] === base[field]) return theirs[field]
    if (both.includes(field) && chosen[field] !== 'mine') return theirs[field]
    return mine[field]
  }
  return { name: pick('name'), siteId: pick('siteId'), reportsTo: pick('reportsTo') }
}

/** What is being typed, and the person it was begun on. */
export type Draft = { readonly values: Details; readonly base: PersonView }

/** Without a draft the form follows the server; what others change elsewhere joins a draft without asking. */
export function currentDraft(draft: Draft | null, person: PersonView): Draft {
  if (draft === null) return { values: detailsOf(person), base: person }
  const [base, theirs] = [detailsOf(draft.base), detailsOf(person)]
  if (conflicting(draft.values, theirs, base).length > 0) return draft
  return { values: resolved(draft.values, theirs, base, {}), base: person }
}
