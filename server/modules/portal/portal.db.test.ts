import { randomUUID } from 'node:crypto'
import type { ComplaintView, PortalAgreement, PortalLinkView, Problem } from '@yinuo/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { registration, walkCase } from '../../testing/case-walk.ts'
import { createOffice, type Office } from '../../testing/office.ts'

const MOBILE = '13812341234'
const values = { ...registration().values, phone: MOBILE }

let office: Office
let isDown = false
const sent: { readonly to: string; readonly text: string }[] = []
const deliver = async (to: string, text: string): Promise<void> => {
  if (isDown) throw new Error('no gateway')
  sent.push({ to, text })
}
beforeAll(async () => {
  office = await createOffice({ deliveries: { sms: deliver, mail: deliver } })
})
afterAll(() => office.stop())
beforeEach(async () => {
  sent.length = 0
  isDown = false
  await office.database.admin.query('delete from login_attempt')
})

const drawnUp = (changes: object = { values }): Promise<ComplaintView> =>
  walkCase(office, office, 'agreement-signed', changes)
const pathOf = (view: ComplaintView): string => `/complaints/${view.id}/portal-link`
const caseOf = (view: ComplaintView): Promise<ComplaintView> =>
  office.act<ComplaintView>(office.staff.leader, 'GET', `/complaints/${view.id}`)

/** The customer, who has nothing but what was sent to him. */
const customer = <Body = Problem>(name: string, body: object) =>
  office.call<Body>(null, 'POST', `/portal/${name}`, body, { key: null })

async function sendLink(view: ComplaintView): Promise<string> {
  const { url } = await office.act<PortalLinkView>(office.staff.handler, 'POST', pathOf(view))
  return url?.split('/p/')[1] ?? ''
}

async function askCode(token: string): Promise<string> {
  await customer('code', { token })
  return /验证码 (\d{6})/.exec(sent.at(-1)?.text ?? '')?.[1] ?? ''
}

async function opened(view: ComplaintView) {
  const token = await sendLink(view)
  const code = await askCode(token)
  const { body } = await customer<{ pass: string; agreement: PortalAgreement }>('open', {
    token,
    code,
  })
  return { token, ...body }
}

const wrongOf = (code: string): string => (code === '000000' ? '111111' : '000000')

test('AGR-01, SYS-27 the customer reads the agreement by link and code, signs, and execution may begin', async () => {
  const view = await drawnUp()
  const { token, pass, agreement } = await opened(view)
  expect(sent.map(({ to }) => to)).toEqual([MOBILE, MOBILE])
  expect(agreement).toMatchObject({
    state: 'open',
    number: view.number,
    customer: '鑫源润滑油经销部',
    costFen: 86_000,
    companySigner: '陈志强',
  })
  expect(agreement.remedies[0]).toMatchObject({ label: '赠送油品', quantity: 2, amountFen: 80_000 })
  const answer = { accepted: true, signer: '罗建军' }
  const { body } = await customer<PortalAgreement>('answer', { token, pass, answer })
  expect(body).toMatchObject({ state: 'signed', signer: '罗建军' })
  expect(body.signedAt).toMatch(/^2026-03-02 \d\d:\d\d$/)

  const after = await caseOf(view)
  expect(after.agreement?.accepted).toMatchObject({ signer: '罗建军', contact: '138********' })
  const executing = await office.act<ComplaintView>(
    office.staff.handler,
    'POST',
    `/complaints/${view.id}/enter-step`,
    { step: 'execution' },
  )
  expect(executing.tasks.length).toBeGreaterThan(0)
})

test('AGR-04 who declines writes why: back to negotiation, the draft is void and stays readable', async () => {
  const view = await drawnUp()
  const { token, pass } = await opened(view)
  const wordless = { accepted: false, objections: ' ' }
  expect((await customer('answer', { token, pass, answer: wordless })).status).toBe(400)
  const answer = { accepted: false, objections: '两桶不够，停了三天' }
  const { body } = await customer<PortalAgreement>('answer', { token, pass, answer })
  expect(body.state).toBe('declined')
  const after = await caseOf(view)
  expect(after).toMatchObject({
    step: 'negotiation',
    agreement: null,
    plan: { opinion: 'declined' },
  })
  expect(after.formerAgreements[0]).toMatchObject({ reason: '两桶不够，停了三天' })
  const { entries } = await office.act<{ entries: { type: string; by: unknown }[] }>(
    office.staff.leader,
    'GET',
    `/complaints/${view.id}/timeline`,
  )
  expect(entries.find(({ type }) => type === 'agreement-declined')?.by).toBeNull()
})

test('SYS-27 a stranger with the link learns the company and nothing else', async () => {
  const view = await drawnUp()
  const token = await sendLink(view)
  const { body, headers } = await customer('look', { token })
  expect(Object.keys(body).sort()).toEqual(['company', 'expiresAt', 'means'])
  expect(JSON.stringify(body)).not.toMatch(/鑫源|罗|13812341234|柴机油/)
  expect(headers['cache-control']).toBe('no-store')
})

test('SYS-27 five wrong codes use the code up: the sixth try fails although it is right', async () => {
  const view = await drawnUp()
  const token = await sendLink(view)
  const code = await askCode(token)
  for (let tries = 0; tries < 5; tries += 1)
    expect((await customer('open', { token, code: wrongOf(code) })).status).toBe(401)
  expect((await customer('open', { token, code })).status).toBe(401)
  const fresh = await askCode(token)
  expect((await customer('open', { token, code: fresh })).status).toBe(200)
  expect((await customer('open', { token, code: fresh })).status).toBe(401)
})

test('SYS-27 tries made at the same moment are all counted', async () => {
  const view = await drawnUp()
  const token = await sendLink(view)
  const code = await askCode(token)
  await Promise.all(
    Array.from({ length: 6 }, () => customer('open', { token, code: wrongOf(code) })),
  )
  expect((await customer('open', { token, code })).status).toBe(401)
})

test('SYS-27 a code is good for ten minutes, its pass for thirty, the link for seven days', async () => {
  const view = await drawnUp()
  const { token, pass } = await opened(view)
  const { admin } = office.database
  await admin.query(`update portal_link set pass_expires_at = clock_timestamp() - interval '1 s'`)
  const answer = { accepted: true, signer: '罗建军' }
  expect((await customer('answer', { token, pass, answer })).status).toBe(401)
  const code = await askCode(token)
  await admin.query(`update portal_link set code_expires_at = clock_timestamp() - interval '1 s'`)
  expect((await customer('open', { token, code })).status).toBe(401)
  await admin.query(`update portal_link set expires_at = clock_timestamp() - interval '1 s'`)
  const { status, body } = await customer('look', { token })
  expect([status, body.message]).toEqual([404, expect.stringContaining('过期')])
  expect((await caseOf(view)).agreement?.accepted).toBeNull()
})

test('SYS-27 a link called back, or followed by a newer one, opens nothing', async () => {
  const view = await drawnUp()
  const { token, pass } = await opened(view)
  const newer = await sendLink(view)
  const answer = { accepted: true, signer: '罗建军' }
  expect((await customer('answer', { token, pass, answer })).status).toBe(404)
  const revoked = await office.act<PortalLinkView>(
    office.staff.handler,
    'POST',
    `${pathOf(view)}/revoke`,
    { reason: '发错了' },
  )
  expect(revoked.link?.state).toBe('revoked')
  for (const name of ['look', 'code']) {
    const { status, body } = await customer(name, { token: newer })
    expect([status, body.message]).toEqual([404, expect.stringContaining('作废')])
  }
})

test('SYS-27 another contact on file makes link, code and pass void, also for whoever has the page open', async () => {
  const view = await drawnUp()
  const { token, pass } = await opened(view)
  const code = await askCode(token)
  await office.act(office.staff.receptionist, 'POST', `/complaints/${view.id}/correct`, {
    field: 'phone',
    value: '13900000000',
    reason: '客户换了号码',
  })
  const answer = { accepted: true, signer: '罗建军' }
  const { status, body } = await customer('answer', { token, pass, answer })
  expect([status, body.message]).toEqual([404, expect.stringContaining('联系方式已经改过')])
  expect((await customer('open', { token, code })).status).toBe(404)
  expect((await customer('code', { token })).status).toBe(404)
  expect((await caseOf(view)).agreement?.accepted).toBeNull()
})

test('SYS-27 the handler cannot sign for the customer: not with his own number, not with a code he never sees', async () => {
  const view = await drawnUp()
  const { handler, receptionist } = office.staff
  await office.act(handler, 'POST', `/complaints/${view.id}/correct`, {
    field: 'phone',
    value: '13700000000',
    reason: '客户换了号码',
  })
  const { status, body } = await office.call(handler, 'POST', pathOf(view))
  expect([status, body.unmet?.[0]?.missing[0]?.code]).toEqual([422, 'contact-by-other'])
  const answer = { accepted: true, signer: '罗建军' }
  const guess = { token: 'x'.repeat(43), pass: 'x'.repeat(43), answer }
  expect((await customer('answer', guess)).status).toBe(404)
  expect(sent).toEqual([])

  // The reception sends it instead; what it gets is an address that opens nothing without the code.
  const { url } = await office.act<PortalLinkView>(receptionist, 'POST', pathOf(view))
  const token = url?.split('/p/')[1] ?? ''
  const code = await askCode(token)
  const seen = await Promise.all([
    office.call<unknown>(handler, 'GET', pathOf(view)),
    office.call<unknown>(handler, 'GET', `/complaints/${view.id}`),
    office.call<unknown>(handler, 'GET', `/complaints/${view.id}/timeline`),
  ])
  const told = JSON.stringify(seen.map((one) => one.body))
  expect(told).not.toContain(code)
  expect(told).not.toContain(token)
})

test('SYS-27 a link is good for its own case and version, a pass for its own link', async () => {
  const one = await opened(await drawnUp())
  const other = await drawnUp()
  const two = await opened(other)
  const answer = { accepted: true, signer: '罗建军' }
  const crossed = await customer('answer', { token: two.token, pass: one.pass, answer })
  expect(crossed.status).toBe(401)
  expect((await caseOf(other)).agreement?.accepted).toBeNull()
})

test('SYS-27 at most five codes an hour for one case, whatever the link', async () => {
  const view = await drawnUp()
  const token = await sendLink(view)
  for (let count = 0; count < 5; count += 1)
    expect((await customer('code', { token })).status).toBe(200)
  const newer = await sendLink(view)
  const { status, body } = await customer('code', { token: newer })
  expect([status, body.error]).toEqual([429, 'too-many'])
  expect(body.retryAfterSeconds).toBeGreaterThan(3_000)
})

test('SYS-27 nothing goes out before our signature, to a landline, or twice for one request', async () => {
  const { handler } = office.staff
  const unsigned = await walkCase(office, office, 'plan-accepted', { values })
  await office.act(handler, 'POST', `/complaints/${unsigned.id}/draft-agreement`, {})
  const early = await office.call(handler, 'POST', pathOf(unsigned))
  expect(early.body.unmet?.flatMap(({ missing }) => missing.map(({ code }) => code))).toEqual([
    'agreement-signed-by-company',
  ])
  const landline = await drawnUp({})
  expect((await office.act<PortalLinkView>(handler, 'GET', pathOf(landline))).means).toBeNull()
  const nobody = await office.call(handler, 'POST', pathOf(landline))
  expect(nobody.body.unmet?.[0]?.missing[0]?.code).toBe('customer-contact')

  const view = await drawnUp()
  const key = randomUUID()
  const answers = [1, 2].map(() =>
    office.call<PortalLinkView>(handler, 'POST', pathOf(view), {}, { key }),
  )
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200])
  expect(sent).toHaveLength(1)
})

test('SYS-27 without a mobile number the code goes to the e-mail address on file', async () => {
  const view = await drawnUp({
    values: { ...registration().values, email: 'luo@xinyuan.example' },
  })
  const { url } = await office.act<PortalLinkView>(office.staff.handler, 'POST', pathOf(view))
  await askCode(url?.split('/p/')[1] ?? '')
  expect(sent.map(({ to }) => to)).toEqual(['luo@xinyuan.example', 'luo@xinyuan.example'])
})

test('SYS-27 what cannot be delivered is void, and the case says so', async () => {
  const view = await drawnUp()
  isDown = true
  expect((await office.call(office.staff.handler, 'POST', pathOf(view))).status).toBe(503)
  const after = await office.act<PortalLinkView>(office.staff.handler, 'GET', pathOf(view))
  expect(after.link?.state).toBe('revoked')
  isDown = false
  const token = await sendLink(view)
  isDown = true
  expect((await customer('code', { token })).status).toBe(503)
})

test('SYS-27 said twice it changes nothing more: two presses, and a decline after the signature', async () => {
  const view = await drawnUp()
  const { token, pass } = await opened(view)
  const yes = { token, pass, answer: { accepted: true, signer: '罗建军' } }
  const both = await Promise.all([1, 2].map(() => customer<PortalAgreement>('answer', yes)))
  expect(both.map(({ body }) => body.state)).toEqual(['signed', 'signed'])
  const no = { token, pass, answer: { accepted: false, objections: '后悔了' } }
  expect((await customer<PortalAgreement>('answer', no)).body.state).toBe('signed')
  expect((await caseOf(view)).step).toBe('agreement')
})

test('SYS-19, SYS-09 printing the agreement is kept, gives its address, and is refused before there is one', async () => {
  const view = await drawnUp()
  const print = (who: keyof Office['staff'], form: string) =>
    office.call<{ address: string }>(office.staff[who], 'POST', `/complaints/${view.id}/print`, {
      form,
    })
  expect((await print('handler', 'agreement')).body.address).toBe('常州市武进区湖塘镇人民路18号')
  expect((await print('receptionist', 'registration')).body.address).toBe('')
  expect((await print('receptionist', 'agreement')).status).toBe(422)
  expect((await print('warehouse', 'agreement')).status).toBe(404)
  const { entries } = await office.act<{ entries: { type: string; data: object }[] }>(
    office.staff.leader,
    'GET',
    `/complaints/${view.id}/timeline`,
  )
  expect(entries.filter(({ type }) => type === 'printed').map(({ data }) => data)).toEqual(
    expect.arrayContaining([{ form: 'agreement' }, { form: 'registration' }]),
  )
  // Once it is being carried out it can still be printed.
  const executing = await walkCase(office, office, 'executing')
  await office.act(office.staff.handler, 'POST', `/complaints/${executing.id}/print`, {
    form: 'agreement',
  })
  const early = await walkCase(office, office, 'plan-submitted')
  const refused = await office.call(office.staff.handler, 'POST', `/complaints/${early.id}/print`, {
    form: 'agreement',
  })
  expect(refused.body.unmet?.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['AGR-01', 'APR-02']),
  )
})
