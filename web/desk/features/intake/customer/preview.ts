import type { CustomerHit } from '@yinuo/contract'
import type { DraftContent } from '../draft/content.ts'
import { takeCustomer } from './take-customer.ts'

/** What Enter would fill in: shown dashed, sent nowhere until the customer is taken. */
export function previewOf(
  hit: CustomerHit,
  content: DraftContent,
): Readonly<Record<string, string>> {
  const taken = Object.entries(takeCustomer(content, hit).values).filter(
    ([key, value]) => content.values[key] !== value && typeof value === 'string',
  )
  const masked = { phone: hit.phone, address: hit.address }
  return {
    ...Object.fromEntries(taken.map(([key, value]) => [key, String(value)])),
    ...Object.fromEntries(
      Object.entries(masked).filter(([key]) => content.values[key] === undefined),
    ),
  }
}
