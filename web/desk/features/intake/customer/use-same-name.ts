import { api, type CustomerHit } from '@yinuo/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '@yinuo/web-shared'
import { useEffect, useState } from 'react'
import type { FieldValue } from '../draft/content.ts'

const ASK_AFTER_MS = 400

/** A customer on file under exactly the name typed as 公司名称: one customer, one file (CMP-10). Quiet when it fails. */
export function useSameName(company: FieldValue | undefined): CustomerHit | undefined {
  const name = typeof company === 'string' ? company.trim() : ''
  const [asked, setAsked] = useState(name)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [name])
  const found = useQuery({
    queryKey: ['customer', 'list', 'find', asked],
    queryFn: ({ signal }) =>
      call(api.customer.find, { query: { q: asked } }, { signal, whenLoggedOut: 'fail' }),
    retry: false,
    enabled: asked.length >= 2 && asked.length <= 60,
  })
  if (name === '' || asked !== name) return undefined
  return found.data?.hits.find((hit) => hit.name.normalize('NFKC') === name.normalize('NFKC'))
}
