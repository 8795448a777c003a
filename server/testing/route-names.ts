import { api, type Route } from '@yinuo/contract'

type Api = typeof api
/** `complaint.sign` and so on: every route of the contract, by noun and name. */
export type RouteName = {
  [Noun in keyof Api]: `${Noun}.${keyof Api[Noun] & string}`
}[keyof Api]

export const ROUTES = Object.entries(api).flatMap(([noun, routes]) =>
  Object.entries(routes).map(([name, route]) => ({
    name: `${noun}.${name}` as RouteName,
    route: route as unknown as Route,
  })),
)

export const MUTATING = ROUTES.filter(({ route }) => route.method !== 'GET')
