import type { Pool } from 'pg'
import { civilDate } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { customersNamed } from '../customer/index.ts'
import { casesNumbered, casesOfCustomers, casesWithNumbers } from './search-store.ts'

const CUSTOMERS = 50
/** People remember the tail of a number for some weeks; older cases are found by the whole number. */
const TAIL_DAYS = 60
const TAIL = /^\d{1,4}$/
const NUMBER = /^[a-z]{1,4}(?:-[\d-]*)?$/i

/**
 * Cases by what people type: a number or its beginning, its last digits (of the last sixty days), or a part of the customer's
 * name. Each way has its index, so that it costs the same at any size. Words of the complaint come with full-text search.
 */
export async function matchCases(
  pool: Pool,
  principal: Principal,
  words: string,
): Promise<readonly string[]> {
  const { orgId } = principal
  const found = await Promise.all([
    NUMBER.test(words) ? casesNumbered(pool, orgId, words.toUpperCase()) : [],
    TAIL.test(words) ? casesWithNumbers(pool, orgId, recentNumbers(words, principal)) : [],
    /\D/.test(words) ? ofCustomersNamed(pool, principal, words) : [],
  ])
  return [...new Set(found.flat())]
}

async function ofCustomersNamed(
  pool: Pool,
  { orgId }: Principal,
  words: string,
): Promise<readonly string[]> {
  const customers = await customersNamed(pool, orgId, words, CUSTOMERS)
  return customers.length === 0 ? [] : casesOfCustomers(pool, orgId, customers)
}

/** `12` is the case 0012 of any of the last days. */
function recentNumbers(tail: string, { directory, now }: Principal): readonly string[] {
  const today = Temporal.PlainDate.from(civilDate(now, directory.zone))
  const prefixes = new Set([...directory.playbooks.values()].map((one) => one.numberPrefix))
  return [...prefixes].flatMap((prefix) =>
    Array.from({ length: TAIL_DAYS }, (_, back) => {
      const day = today.subtract({ days: back }).toString().replaceAll('-', '')
      return `${prefix}-${day}-${tail.padStart(4, '0')}`
    }),
  )
}
