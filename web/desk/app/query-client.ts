import { QueryClient } from '@tanstack/react-query'

/** The live feed says what is stale, so nothing is refetched by the clock; coming back to the window asks once. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, refetchOnWindowFocus: true },
    },
  })
}
