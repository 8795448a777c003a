import { builtInPlaybook, workedExample } from '@yinuo/playbooks'
import type { ComplaintReceipt } from '@yinuo/contract'
import type { DeskClient } from '../desk-client.ts'
import type { Company } from '../prepare-company.ts'
import { type KnownCustomer, registrationOf } from '../registration-requests.ts'

const EXAMPLE = workedExample(builtInPlaybook('LUB'))
const SAMPLES_PER_PLACE = 4
/** So that a case that was worked on has about forty lines in its time line. */
const NOTES = 30

/** Cases made through the API, by how far they went; the large number is copied from these. */
export type SampleCases = Readonly<
  Record<'unsigned' | 'handedOver' | 'acknowledged' | 'worked' | 'closed', readonly string[]>
>

export async function makeSampleCases(
  desk: DeskClient,
  company: Company,
  customers: readonly KnownCustomer[],
  texts: readonly string[],
): Promise<SampleCases> {
  const samples = { unsigned: [], handedOver: [], acknowledged: [], worked: [], closed: [] }
  let next = 0
  for (const [place, ids] of Object.entries(samples) as [keyof SampleCases, string[]][]) {
    for (let made = 0; made < SAMPLES_PER_PLACE; made += 1) {
      const customer = customers[next % customers.length] as KnownCustomer
      const registered = registrationOf(customer, texts[next % texts.length] ?? '')
      next += 1
      ids.push(await walkTo(desk, company, place, registered))
    }
  }
  return samples
}

async function walkTo(
  desk: DeskClient,
  { receptionist, handler, leader }: Company,
  place: keyof SampleCases,
  registered: object,
): Promise<string> {
  const { id } = await desk.post<ComplaintReceipt>(receptionist.token, '/complaints', {
    ...registered,
    ...(place === 'unsigned' ? {} : { sign: true, handOverTo: handler.id }),
  })
  const act = (who: { readonly token: string }, action: string, body: object = {}) =>
    desk.post(who.token, `/complaints/${id}/${action}`, body)
  if (place === 'unsigned' || place === 'handedOver') return id
  await act(handler, 'acknowledge')
  if (place === 'acknowledged') return id
  await act(handler, 'add-record', { kind: 'contact', values: EXAMPLE.records['contact'] ?? {} })
  for (const form of ['finding-out', 'questions'])
    await act(handler, 'save-form', { form, expectedVersion: 0, ...EXAMPLE.forms[form] })
  const readBack = EXAMPLE.records['read-back'] ?? {}
  await act(handler, 'add-record', { kind: 'read-back', values: readBack })
  await act(handler, 'enter-step', { step: 'negotiation' })
  if (place === 'worked') {
    for (let note = 0; note < NOTES; note += 1)
      await act(handler, 'add-record', { kind: 'note', values: EXAMPLE.records['note'] ?? {} })
    return id
  }
  await act(handler, 'propose-ending', { ending: 'withdrawn', reason: '客户来电撤诉，已当面道谢' })
  // The approval closes the case.
  await act(leader, 'decide-ending', { decision: 'approved' })
  return id
}
