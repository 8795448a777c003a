import { api, type Me } from '@yinuo/contract'
import { call, LoggedOut } from '@yinuo/web-shared'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'

/** Who is logged in. Fails with `LoggedOut` instead of waiting: the router then shows the login page. */
export const meQuery = queryOptions<Me>({
  queryKey: ['me', 'self'],
  queryFn: ({ signal }) => call(api.session.me, {}, { signal, whenLoggedOut: 'fail' }),
  retry: (count, error) => !(error instanceof LoggedOut) && count < 2,
  staleTime: Number.POSITIVE_INFINITY,
})

/** Whether the program is ready, a demonstration, or needs its first set-up. */
const helloQuery = queryOptions({
  queryKey: ['hello', 'self'],
  queryFn: ({ signal }) => call(api.session.hello, {}, { signal, whenLoggedOut: 'fail' }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Before any page of the desk: without a session to the login page, in an empty database to the set-up. */
export async function requireMe(client: QueryClient, href: string): Promise<Me> {
  try {
    const me = await client.ensureQueryData(meQuery)
    if (me.mustChangePassword) throw redirect({ to: '/password' })
    return me
  } catch (error) {
    if (!(error instanceof LoggedOut)) throw error
    const hello = await client.ensureQueryData(helloQuery)
    if (hello.setupNeeded) throw redirect({ to: '/setup' })
    throw redirect({ to: '/login', search: href === '/' ? {} : { to: href } })
  }
}
