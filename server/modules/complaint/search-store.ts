import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

const LIMIT = 200

/**
 * Ids of cases whose number, customer name or registered phone begins with (numbers: ends in) what was typed. Full-text
 * search over the words themselves comes with its own issue.
 */
export async function matchCases(
  pool: Pool,
  orgId: OrgId,
  words: string,
): Promise<readonly string[]> {
  const text = words.toUpperCase()
  return readOrg(pool, orgId, async (_db, query) => {
    const [byNumber, byTail, byCustomer] = await Promise.all([
      query<{ complaint_id: string }>(
        'select complaint_id from complaint where org_id = $1 and number >= $2 and number < $3 order by number desc limit $4',
        [orgId, text, `${text}\u{10FFFF}`, LIMIT],
      ),
      /^\d{1,6}$/.test(text)
        ? query<{ complaint_id: string }>(
            `select complaint_id from complaint where org_id = $1 and closed_at is null and right(number, $3) = $2 order by received_at desc limit $4`,
            [orgId, text, text.length, LIMIT],
          )
        : [],
      query<{ complaint_id: string }>(
        `select complaint_id from complaint where org_id = $1 and position($2 in customer_name) > 0 order by received_at desc limit $3`,
        [orgId, words, LIMIT],
      ),
    ])
    return [...new Set([...byNumber, ...byTail, ...byCustomer].map((row) => row.complaint_id))]
  })
}
