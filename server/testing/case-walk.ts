import { builtInPlaybook, workedExample } from '@yinuo/playbooks'
import type { ComplaintReceipt, ComplaintView } from '@yinuo/contract'
import type { Company, Office } from './office.ts'
import type { StaffName } from './office-staff.ts'

const EXAMPLE = workedExample(builtInPlaybook('LUB'))

/** S01's complaint as `POST /complaints` takes it. */
export function registration(changes: object = {}) {
  return {
    playbook: 'LUB',
    ...EXAMPLE.complaint,
    values: EXAMPLE.forms['registration']?.values ?? {},
    ...changes,
  }
}

const form = (key: string, expectedVersion: number) => ({
  form: key,
  expectedVersion,
  ...EXAMPLE.forms[key],
})
const record = (kind: string) => ({ kind, values: EXAMPLE.records[kind] ?? {} })
/** The first version of a case's plan, and a decision on it. */
export const PLAN = { plan: EXAMPLE.plan, expectedVersion: 0 }
const APPROVAL = { decision: 'approved', expectedVersion: 1 }
export const TOLD = { means: 'phone', person: '罗经理', content: '赔油两桶，今天批准' }
/** The first bytes are what the server looks at. */
export const SCAN_BYTES = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')

type Step = readonly [staff: StaffName, action: string, body: object]
type Place = { readonly name: string; readonly steps: readonly Step[] }

const WAY: readonly Place[] = [
  { name: 'signed', steps: [['receptionist', 'sign', {}]] },
  { name: 'handed-over', steps: [['receptionist', 'hand-over', { to: 'handler' }]] },
  { name: 'finding-out', steps: [['handler', 'acknowledge', {}]] },
  {
    name: 'negotiating',
    steps: [
      ['handler', 'add-record', record('contact')],
      ['handler', 'save-form', form('finding-out', 0)],
      ['handler', 'save-form', form('questions', 0)],
      ['handler', 'add-record', record('read-back')],
      ['handler', 'enter-step', { step: 'negotiation' }],
    ],
  },
  {
    name: 'considered',
    steps: [
      ...['vent', 'calming', 'apology', 'end-user-check'].map((kind): Step => [
        'handler',
        'add-record',
        record(kind),
      ]),
      ['handler', 'save-form', form('analysis', 0)],
      ['handler', 'save-form', form('negotiation', 0)],
    ],
  },
  { name: 'plan-submitted', steps: [['handler', 'submit-plan', PLAN]] },
  { name: 'plan-approved', steps: [['leader', 'decide-plan', APPROVAL]] },
  {
    name: 'plan-accepted',
    steps: [
      ['handler', 'tell-decision', TOLD],
      ['handler', 'record-opinion', { opinion: 'accepted', words: '可以' }],
    ],
  },
  {
    name: 'agreement-signed',
    steps: [
      ['handler', 'draft-agreement', {}],
      ['handler', 'sign-agreement', {}],
    ],
  },
  {
    name: 'agreement-confirmed',
    steps: [
      ['handler', 'file-scan', { signer: '罗建军', signedOn: '2026-03-02', means: 'fax' }],
      ['receptionist', 'confirm-scan', {}],
    ],
  },
  { name: 'executing', steps: [['handler', 'enter-step', { step: 'execution' }]] },
]
export type PlaceName =
  | 'registered'
  | 'signed'
  | 'handed-over'
  | 'finding-out'
  | 'negotiating'
  | 'considered'
  | 'plan-submitted'
  | 'plan-approved'
  | 'plan-accepted'
  | 'agreement-signed'
  | 'agreement-confirmed'
  | 'executing'

/**
 * A complaint of S01, brought through the API as far as `place` by the people of the company (刘芳 records, 陈志强 handles,
 * 周建国 approves). Business time is whatever the clock of the company says.
 */
export async function walkCase(
  office: Pick<Office, 'act'>,
  company: Company,
  place: PlaceName = 'registered',
  changes: object = {},
): Promise<ComplaintView> {
  const { staff } = company
  const { id } = await office.act<ComplaintReceipt>(
    staff.receptionist,
    'POST',
    '/complaints',
    registration(changes),
  )
  let view = await office.act<ComplaintView>(staff.receptionist, 'GET', `/complaints/${id}`)
  const last = WAY.findIndex(({ name }) => name === place)
  for (const [who, action, body] of WAY.slice(0, last + 1).flatMap(({ steps }) => steps)) {
    const path = `/complaints/${view.id}/${action}`
    const sent = { ...body, ...(action === 'hand-over' ? { to: staff.handler.id } : {}) }
    const scan = action === 'file-scan' ? { attachment: await uploadScan(office, company) } : {}
    view = await office.act<ComplaintView>(staff[who], 'POST', path, { ...sent, ...scan })
  }
  return view
}

/** Uploaded by 陈志强, not yet put to any case. */
export async function uploadScan(office: Pick<Office, 'act'>, company: Company): Promise<string> {
  const { handler } = company.staff
  const path = `/attachments?name=${encodeURIComponent('协议.pdf')}`
  return (await office.act<{ id: string }>(handler, 'POST', path, SCAN_BYTES)).id
}
