import { registration, walkCase } from '@yinuo/server/testing'
import type { ComplaintView } from '@yinuo/contract'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { deskForTests } from './desk.ts'
import { expectSeen, press } from './gestures.ts'

// SYS-27 in two browsers: the handler's desk, and the customer's telephone that knows nothing but what was sent to it.

const sent: string[] = []
const sms = async (_to: string, text: string): Promise<void> => void sent.push(text)
const desk = deskForTests({ deliveries: { sms } })
let handler: Page
beforeAll(async () => {
  handler = (await desk().person('handler')).page
})
beforeEach(() => void sent.splice(0))

const values = { ...registration().values, phone: '13812341234' }
const drawnUp = (): Promise<ComplaintView> =>
  walkCase(desk().office, desk().office, 'agreement-signed', { values })

async function sendLink(view: ComplaintView): Promise<string> {
  await handler.goto(`/complaints/${view.id}`)
  const block = handler.getByRole('region', { name: '请客户在手机上签' })
  await expectSeen(block.getByText('138********'))
  await press(block, '发签字链接')
  await expectSeen(block.getByText(/已发.*等客户签字/))
  return /\/p\/[\w-]{43}/.exec(sent.at(-1) ?? '')?.[0] ?? ''
}

/** What comes to his telephone once he has asked for it. */
async function receivedCode(page: Page): Promise<string> {
  await press(page, '获取验证码')
  await expectSeen(page.getByLabel('6 位验证码'))
  return /验证码 (\d{6})/.exec(sent.at(-1) ?? '')?.[1] ?? ''
}

async function openOnPhone(path: string): Promise<Page> {
  const { page } = await desk().visitor({ viewport: PHONE })
  await page.goto(path)
  await expectSeen(page.getByText('有一份处理协议，请您过目。'))
  expect(await page.content()).not.toMatch(/鑫源|罗经理|柴机油|138/)
  await page.getByLabel('6 位验证码').fill(await receivedCode(page))
  await expectSeen(page.getByRole('heading', { name: '罗经理，请您看看这个办法' }))
  return page
}

test('AGR-01, SYS-27 the customer signs on his telephone and the handler sees it come without reloading', async () => {
  const view = await drawnUp()
  const phone = await openOnPhone(await sendLink(view))
  const agreement = phone.getByRole('article', { name: '处理协议' })
  for (const words of [view.number, '鑫源润滑油经销部', '800.00 元', '860.00 元', '陈志强'])
    await expectSeen(agreement.getByText(words).first())
  expect(await phone.content()).not.toMatch(/从优|过错|粘度偏低/)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)

  await press(phone, '同意并签字')
  await expectSeen(phone.getByText('请写上您的姓名，作为签字。'))
  await phone.getByLabel('签字人姓名').fill('罗建军')
  await press(phone, '同意并签字')
  await expectSeen(phone.getByRole('heading', { name: '已签字，谢谢您' }))

  await expectSeen(handler.getByText(/客户罗建军.*凭发到 138\*+ 的验证码签字/))
  await press(handler, '进入“部门执行”')
  await expectSeen(handler.getByText(/换货发货|发货/).first())
})

test('AGR-04 he has another idea: what he writes stands at the handler’s desk, and the case is negotiated again', async () => {
  const view = await drawnUp()
  const phone = await openOnPhone(await sendLink(view))
  await press(phone, '我有别的想法')
  await phone.getByLabel('您不同意什么？希望怎样办？').fill('两桶不够，停了三天')
  await press(phone, '送出')
  await expectSeen(phone.getByRole('heading', { name: '已收到您的意见' }))
  await expectSeen(handler.getByText(/两桶不够，停了三天/).first())
})

test('SYS-27 a wrong code, then a link called back: told in words, and nothing of the matter is shown', async () => {
  const view = await drawnUp()
  const path = await sendLink(view)
  const { page } = await desk().visitor({ viewport: PHONE })
  await page.goto(path)
  const right = await receivedCode(page)
  await page.getByLabel('6 位验证码').fill(right === '000000' ? '111111' : '000000')
  await expectSeen(page.getByRole('alert').getByText(/验证码不对/))
  await press(handler, '作废')
  await handler.getByLabel('为什么作废').fill('发错了')
  await press(handler, '作废')
  await expectSeen(handler.getByText(/发的链接已作废/))
  await page.reload()
  await expectSeen(page.getByText(/这个链接已经作废/))
})
