import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import {
  type ComplaintState,
  type CustomerAnswer,
  isRefusal,
  judgeCustomerAnswer,
  type OrgId,
  type Person,
  type SiteId,
} from '@yinuo/domain'
import type { Directory, Principal } from '../../platform/http/principal.ts'
import type { CasePorts } from './case-ports.ts'
import { loadCase } from './complaint-store.ts'
import { changeCase } from './run-case-command.ts'

/** A case by its id alone: for whoever has proved by other means than a session that it is his. */
export async function caseOf(
  pool: Pool,
  orgId: OrgId,
  complaintId: string,
): Promise<ComplaintState | null> {
  return (await loadCase(pool, orgId, complaintId, null)).found?.state ?? null
}

/** AGR-01, AGR-04: what the customer said on his own page, as an act of nobody in the company. */
export async function answerOfCustomer(
  ports: CasePorts,
  by: { readonly directory: Directory; readonly linkId: string; readonly key: string },
  complaintId: string,
  answer: CustomerAnswer,
): Promise<ComplaintState> {
  const { directory, linkId, key } = by
  const call = {
    principal: await customerAs(ports, directory, linkId),
    key,
    inputHash: createHash('sha256').update(JSON.stringify(answer)).digest(),
    isCustomer: true,
  }
  const done = await changeCase(
    ports,
    call,
    complaintId,
    'answer-agreement',
    (state) => {
      const judged = judgeCustomerAnswer(state, answer)
      return isRefusal(judged) ? judged : { events: judged }
    },
    // His link is what he sees the case by.
    { seenByWorkList: true },
  )
  return done.state
}

/** The customer as one who asks: no post, no session; his link's id keeps his repeated requests apart from others'. */
async function customerAs(
  { clock }: Pick<CasePorts, 'clock'>,
  directory: Directory,
  linkId: string,
): Promise<Principal> {
  const actor: Person = {
    id: linkId,
    name: '',
    siteId: '' as SiteId,
    reportsTo: null,
    active: true,
    posts: [],
    standsInFor: [],
    fulfils: [],
  }
  const now = await clock.business(directory.orgId)
  return {
    orgId: directory.orgId,
    sessionId: '',
    actor,
    directory,
    now,
    duties: new Set(),
    oneTimePassword: false,
  }
}
