import { api, type CustomerHit } from '@yinuo/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ApiFailure, call } from '@yinuo/web-shared'
import { useEffect, useState } from 'react'

/** Shorter texts would find half the file. */
const SHORTEST = 2
const ASK_AFTER_MS = 150
const LONGEST = 60

export type CustomerSearch = {
  readonly text: string
  readonly type: (text: string) => void
  readonly hits: readonly CustomerHit[]
  /** The hit Enter takes; its facts stand in the form as a preview. */
  readonly offered: CustomerHit | undefined
  readonly offer: (index: number) => void
  readonly offeredAt: number
  readonly pending: boolean
  /** An answer for exactly this text has come. */
  readonly answered: boolean
  readonly error: unknown
}

/** Finds customers while one types: phone, invoice number or name (CMP-10). */
export function useCustomerSearch(first: string): CustomerSearch {
  const [text, setText] = useState(first)
  const [asked, setAsked] = useState(first.trim())
  const [offeredAt, setOfferedAt] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().slice(0, LONGEST)), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])

  const wanted = text.trim()
  const enabled = asked.length >= SHORTEST
  const found = useQuery({
    queryKey: ['customer', 'list', 'find', asked],
    // No login dialog over a call: the search says what is wrong in its own place.
    queryFn: ({ signal }) =>
      call(api.customer.find, { query: { q: asked } }, { signal, whenLoggedOut: 'fail' }),
    retry: (count, error) => !(error instanceof ApiFailure) && count < 3,
    enabled,
    placeholderData: keepPreviousData,
  })
  const current = wanted.length >= SHORTEST && enabled
  const hits = current ? (found.data?.hits ?? []) : []
  const at = Math.min(offeredAt, Math.max(0, hits.length - 1))
  return {
    text,
    type: (next) => {
      setText(next)
      setOfferedAt(0)
    },
    hits,
    offered: hits[at],
    offer: (index) => setOfferedAt((index + hits.length) % Math.max(1, hits.length)),
    offeredAt: at,
    pending: current && (found.isFetching || asked !== wanted.slice(0, LONGEST)),
    answered:
      current && asked === wanted.slice(0, LONGEST) && found.isSuccess && !found.isPlaceholderData,
    error: current ? found.error : null,
  }
}
