import {
  type DateText,
  fulfilledItems,
  type HeldPost,
  type Person,
  type Qualification,
  type SiteId,
  type UserId,
} from '@yinuo/domain'

export type DeputyRow = {
  readonly id: string
  readonly deputy: UserId
  readonly from: DateText
  readonly until: DateText
}

/** A person as stored. */
export type PersonRow = {
  readonly user_id: UserId
  readonly login: string
  readonly name: string
  readonly site_id: SiteId
  readonly reports_to: UserId | null
  readonly active: boolean
  readonly posts: readonly HeldPost[]
  readonly deputies: readonly DeputyRow[]
  readonly qualification: Qualification
  readonly version: number
}

/** As the gates of staffing want him; they ask for his own posts only, never for those lent to him. */
export function asPerson(row: PersonRow): Person {
  return {
    id: row.user_id,
    name: row.name,
    siteId: row.site_id,
    reportsTo: row.reports_to,
    active: row.active,
    posts: row.posts,
    standsInFor: [],
    fulfils: fulfilledItems(row.qualification),
  }
}
