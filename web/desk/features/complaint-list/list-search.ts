import { LIST_ORDERS, LIST_VIEWS } from '@yinuo/contract'
import { type Risk, RISKS } from '@yinuo/domain'

export type ListView = (typeof LIST_VIEWS)[number]
export type ListOrder = (typeof LIST_ORDERS)[number]
export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** The narrowing of a list beyond its view. */
export type ListFilters = {
  readonly q?: string
  readonly status?: string
  readonly owner?: string
  readonly customer?: string
  readonly risk?: Risk
  readonly from?: string
  readonly to?: string
}

export type ListSearch = ListFilters & {
  readonly view: ListView
  readonly order: ListOrder
  readonly density: Density
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Reads the state of the list from the address; what is not understood is left out, so an old link still opens. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const text = (key: string, pattern: RegExp): string | undefined => {
    const value = search[key]
    const string = typeof value === 'number' ? String(value) : value
    return typeof string === 'string' && pattern.test(string) ? string : undefined
  }
  return withoutAbsent({
    view: LIST_VIEWS.find((view) => view === search['view']) ?? 'open',
    order: LIST_ORDERS.find((order) => order === search['order']) ?? 'time-left',
    density: DENSITIES.find((density) => density === search['density']) ?? 'comfortable',
    q: text('q', /\S/)?.slice(0, 100),
    status: text('status', /^[a-z-]{1,40}$/),
    owner: text('owner', UUID),
    customer: text('customer', UUID),
    risk: RISKS.find((risk) => risk === search['risk']),
    from: text('from', DATE),
    to: text('to', DATE),
  })
}

/** The address says only what differs from the usual. */
export function writeListSearch(search: ListSearch): Readonly<Record<string, string>> {
  const { view, order, density, ...filters } = search
  return withoutAbsent({
    view: view === 'open' ? undefined : view,
    order: order === 'time-left' ? undefined : order,
    density: density === 'comfortable' ? undefined : density,
    ...filters,
  })
}

export function filtersOf(search: ListSearch): ListFilters {
  const { view: _view, order: _order, density: _density, ...filters } = search
  return filters
}

export function isNarrowed(search: ListSearch): boolean {
  return Object.keys(filtersOf(search)).length > 0
}

type Present<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}

function withoutAbsent<T extends object>(values: T): Present<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<T>
}
