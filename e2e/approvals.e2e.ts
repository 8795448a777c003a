import { walkCase } from '@yinuo/server/testing'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { deskForTests } from './desk.ts'
import { choose, expectSeen, fillIn, locked, press } from './gestures.ts'

// What a leader decides between two meetings, and how a handler changes what was approved.

const desk = deskForTests()
let leader: Page
beforeAll(async () => {
  leader = (await desk().person('leader', { viewport: PHONE })).page
})

const place = (at: Parameters<typeof walkCase>[2]) => walkCase(desk().office, desk().office, at)

test('APR-02, NEG-14 on a phone: amount, class and what it buys, one key agrees, and the next one stands there', async () => {
  const first = await place('plan-submitted')
  const second = await place('plan-submitted')
  await leader.goto('/approvals')
  const sheet = leader.getByRole('article', { name: first.number })
  await expectSeen(sheet.getByText('保住一年 8,600.00 元的生意'))
  await expectSeen(sheet.getByText('从优'))
  await expectSeen(sheet.getByText('陈志强本月 0 件 0.00 元'))
  expect(await sheet.locator('[aria-current]').textContent()).toBe('不亏')

  await press(leader, '退回')
  await expectSeen(leader.getByText('退回或不同意，请写明意见。'))
  await leader.getByLabel('批注').fill('礼品换成滤芯')
  await press(leader, '退回')
  const next = leader.getByRole('article', { name: second.number })
  await expectSeen(next)
  await leader.keyboard.press('Alt+E')
  await expectSeen(leader.getByText(/没有等您批的方案/))
})

test('NEG-11, APR-09 a handler changes an approved plan: inside it goes on with the customer’s word, beyond it says what and goes to the leader', async () => {
  const { id } = await place('plan-approved')
  const { page } = await desk().person('handler')
  await page.goto(`/complaints/${id}`)
  await press(page, '改已批的方案')
  const revision = page.getByRole('region', { name: '改已批的方案' })
  await fillIn(revision, { '赠送油品 数量': '3' })
  await expectSeen(revision.getByText('超出批准：赠送油品。提交后要领导重新批准。'))
  await expectSeen(revision.getByRole('button', { name: '重新报领导批准 860.00 元' }))
  await fillIn(revision, { '赠送油品 数量': '1', 为什么改: '客户只要一桶' })
  await expectSeen(revision.getByText('不超出批准的范围，不用再批，会留痕。'))
  await revision.getByLabel('客户当场接受了').check()
  await fillIn(revision, { 和谁谈的: '罗经理', 客户原话: '一桶就够' })
  await press(revision, '按这样改')
  await expectSeen(page.getByText('客户同意方案。'))
  await press(page, '生成处理协议')
  await expectSeen(page.getByRole('article', { name: '处理协议' }))
})

test('AGR-04 a customer who declines: the agreement is void, its text still to be read, and negotiation is open', async () => {
  const { id } = await place('agreement-signed')
  const { office } = desk()
  const body = { opinion: 'declined', words: '要换货' }
  await office.act(office.staff.handler, 'POST', `/complaints/${id}/record-opinion`, body)
  const { page } = await desk().person('handler')
  await page.goto(`/complaints/${id}`)
  const former = page.getByRole('region', { name: '以前的协议' })
  await former.getByText(/第 1 份，.*作废：要换货/).click()
  await expectSeen(former.getByRole('article', { name: '处理协议' }).getByText('鑫源润滑油经销部'))
})

test('EXE-03, EXE-14 a department more is asked for; the case goes on when it is done', async () => {
  const { id } = await place('executing')
  const { page } = await desk().person('handler')
  await page.goto(`/complaints/${id}`)
  await press(page, '加派一个部门')
  const box = page.getByRole('region', { name: '加派一个部门' })
  await press(box, '派出')
  await expectSeen(box.getByText('这一项还没有填'))
  await box.getByLabel('哪个部门').selectOption({ label: '生产部门' })
  await fillIn(box, { 做什么: '补印合格证' })
  await press(box, '派出')
  await expectSeen(page.getByRole('region', { name: '执行单' }).getByText('补印合格证'))
  await expectSeen(locked(page, '进入“跟踪至满意”'))
})

test('FUP-08, SYS-17 after the end the next contact is agreed; one who is not satisfied opens the case again', async () => {
  const { id } = await place('negotiating')
  const { office } = desk()
  const act = (who: 'handler' | 'leader', action: string, body: object) =>
    office.act(office.staff[who], 'POST', `/complaints/${id}/${action}`, body)
  await act('handler', 'propose-ending', { ending: 'withdrawn', reason: '客户撤诉' })
  await act('leader', 'decide-ending', { decision: 'approved' })
  const { page } = await desk().person('handler')
  await page.goto(`/complaints/${id}`)
  await press(page, '记录联系')
  const care = page.getByRole('region', { name: '记录联系' })
  await choose(care, '客户满意吗', '不满意')
  await expectSeen(care.getByText('客户不满意，记下后这件投诉重新打开。'))
  await fillIn(care, { 客户怎么回答: '又报警', 对什么不满: '油压又低' })
  await press(care, '记录联系')
  await expectSeen(page.getByText(/分析协商中/))
})
