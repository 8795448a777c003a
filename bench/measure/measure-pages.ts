import type { Ground } from '../ground.ts'
import type { Section } from '../report.ts'
import { get, measureReads } from './measure-reads.ts'

const DIFFERENT = 500

/** What the desk asks for most: the page of a case and the list, by whoever sees everything and by whoever sees his own. */
export async function measurePages(ground: Ground): Promise<Section> {
  const { leader, handler, newcomer } = ground.company
  const worked = await casesLike(ground, ground.samples.worked)
  const anyCases = await someCases(ground, 'true')
  const own = await someCases(ground, `owner_id = '${handler.id}' and closed_at is null`)
  const list = (token: string, query: string) => get(token, [`/complaints?${query}`])
  const pages = (token: string, cases: readonly Case[], suffix = '') =>
    get(
      token,
      cases.map(({ id }) => `/complaints/${id}${suffix}`),
    )
  const byNumber = (token: string, of: (found: Case) => string) =>
    get(
      token,
      anyCases.map((found) => `/complaints?view=all&q=${encodeURIComponent(of(found))}`),
    )
  const lists = (who: string, token: string) =>
    (['open', 'mine', 'late'] as const).map((view) => ({
      name: `list · ${who} · ${view}`,
      requests: list(token, `view=${view}`),
    }))
  return measureReads(ground, `Pages at ${await countCases(ground)} cases`, [
    { name: 'case page · leader · ~40 events', requests: pages(leader.token, worked) },
    { name: 'case page · after-sales · own', requests: pages(handler.token, own) },
    { name: 'time line · leader · ~40 events', requests: pages(leader.token, worked, '/timeline') },
    ...lists('leader', leader.token),
    ...lists('after-sales', handler.token),
    ...lists('new after-sales', newcomer.token),
    {
      name: 'search · leader · whole number',
      requests: byNumber(leader.token, ({ number }) => number),
    },
    {
      name: 'search · leader · last 4 digits',
      requests: byNumber(leader.token, ({ number }) => number.slice(-4)),
    },
    {
      name: 'search · after-sales · whole number',
      requests: byNumber(handler.token, ({ number }) => number),
    },
    {
      name: 'search · leader · customer name',
      requests: byNumber(leader.token, ({ customer }) => customer.slice(2, 6)),
    },
    { name: 'counts · leader', requests: get(leader.token, ['/complaints/counts']) },
    { name: 'counts · after-sales', requests: get(handler.token, ['/complaints/counts']) },
    { name: 'counts · new after-sales', requests: get(newcomer.token, ['/complaints/counts']) },
    { name: 'my day · after-sales', requests: get(handler.token, ['/my-day']) },
  ])
}

type Case = { readonly id: string; readonly number: string; readonly customer: string }

async function someCases({ admin, company }: Ground, condition: string): Promise<Case[]> {
  const { rows } = await admin.query<Case>(
    `select complaint_id as id, number, customer_name as customer from complaint
     where org_id = $1 and number like 'TC-%' and ${condition} order by md5(complaint_id::text) limit $2`,
    [company.orgId, DIFFERENT],
  )
  return rows
}

/** Copies of the given samples have as many events as these. */
function casesLike(ground: Ground, samples: readonly string[]): Promise<Case[]> {
  const ids = samples.map((id) => `'${id}'`).join(', ')
  return someCases(
    ground,
    `seq in (select seq from complaint where complaint_id in (${ids})) and closed_at is null`,
  )
}

async function countCases({ admin, company }: Ground): Promise<string> {
  const { rows } = await admin.query<{ count: string }>(
    'select count(*) from complaint where org_id = $1',
    [company.orgId],
  )
  return rows[0]?.count ?? ''
}
