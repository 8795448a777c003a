import type { InputOf, Route } from '@yinuo/contract'

export const API_ROOT = '/api/v1'

/** The address of a route with its parameters filled in; for `call` and for links that download. */
export function urlOf<R extends Route>(route: R, input: Partial<InputOf<R>> = {}): string {
  const { params = {}, query = {} } = input as { params?: object; query?: object }
  const values = new Map(Object.entries(params))
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value: unknown = values.get(name)
    if (typeof value !== 'string' || value === '') throw new Error(`${route.path} needs ${name}`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  // `search.size` would need Chrome 113.
  const tail = search.toString()
  return `${API_ROOT}${path}${tail === '' ? '' : `?${tail}`}`
}
