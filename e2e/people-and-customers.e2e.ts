import { readFileSync } from 'node:fs'
import type { CustomerView } from '@yinuo/contract'
import { OFFICE_PASSWORD, walkCase } from '@yinuo/server/testing'
import { describe, expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { deskForTests } from './desk.ts'
import { expectSeen, fillIn, press } from './gestures.ts'

// Those who keep people and customers at their desks: what stands on the pages is what the server judged.

const desk = deskForTests()

describe('the administrator', () => {
  test('adds a site, and resets a password that opens nothing until it is changed (SYS-24)', async () => {
    const { page } = await desk().person('administrator')
    await page.goto('/people')
    await press(page, '现场')
    const dialog = page.getByRole('dialog', { name: '现场' })
    await fillIn(dialog, { 新现场的名称: '武进二厂' })
    await press(dialog, '新增现场')
    await expectSeen(dialog.getByRole('listitem').filter({ hasText: '武进二厂' }))
    await page.keyboard.press('Escape')

    await page.getByRole('navigation', { name: '人员名单' }).getByText('王小明').click()
    await press(page, '重设为一次性密码')
    const password = (await page.getByRole('status').locator('code').textContent()) ?? ''
    await expectSeen(page.getByText('重设为一次性密码', { exact: true }).last())

    const { page: own } = await desk().visitor({ viewport: PHONE })
    await fillIn(own, { 密码: password })
    await own.getByRole('textbox', { name: '登录名' }).fill('wangxiaoming')
    await press(own, '登录')
    await expectSeen(own.getByRole('heading', { name: '改成自己的密码' }))
    await own.goto('/customers')
    await expectSeen(own.getByRole('heading', { name: '改成自己的密码' }))
    await fillIn(own, {
      现在的密码: password,
      新密码: OFFICE_PASSWORD,
      再写一次新密码: OFFICE_PASSWORD,
    })
    await press(own, '改密码')
    await own.getByRole('heading', { level: 1, name: '我的一天' }).waitFor()
  })

  test('assesses knowledge with the result of a test, and reads who changed what (STF-06, SYS-02)', async () => {
    const { page } = await desk().person('administrator')
    await page.goto('/people')
    await page.getByRole('navigation', { name: '人员名单' }).getByText('王小明').click()
    await press(page, '考核产品知识')
    await press(page, '记合格')
    await expectSeen(page.getByText('记合格要写测试成绩'))
    await fillIn(page, { 测试成绩: '笔试 92 分' })
    await press(page, '记合格')
    await expectSeen(page.getByText('考核产品知识：合格（笔试 92 分）'))
  })
})

test('a handler reads what was between us and a customer, and puts an end user under his agent (CUS-02, CUS-09)', async () => {
  const { office } = desk()
  const { receptionist } = office.staff
  const create = (name: string, party: string) =>
    office.act<CustomerView>(receptionist, 'POST', '/customers', { name, party })
  const agent = await create('长三角代理', 'agent')
  const garage = await create('路边修理厂', 'end-user')
  const view = await walkCase(office, office, 'plan-accepted', { customerId: agent.id })
  const { page } = await desk().person('handler')
  await page.goto(`/customers/${garage.id}`)
  await press(page, '指定代理商')
  await page.getByRole('searchbox', { name: '代理商的名称' }).fill('长三角')
  await press(page, '归到长三角代理名下')
  const links = page.getByRole('region', { name: '代理商' })
  await links.getByRole('link', { name: '长三角代理' }).click()
  await page.getByRole('heading', { level: 1, name: '长三角代理' }).waitFor()
  await expectSeen(page.getByRole('link', { name: '路边修理厂' }))
  const line = page.getByRole('region', { name: '往来' })
  await expectSeen(line.getByRole('link', { name: view.number }))
})

test('a leader reads what remedies cost and takes the figures along as a file (KPI-12, SYS-19)', async () => {
  const { office } = desk()
  await walkCase(office, office, 'plan-accepted')
  const { page } = await desk().person('leader')
  await page.goto('/figures')
  await expectSeen(page.getByRole('rowheader', { name: '赠送油品' }))
  await page.getByRole('radio', { name: '客户' }).click()
  await expectSeen(page.getByRole('rowheader', { name: '鑫源润滑油经销部' }))
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '存成 CSV')])
  expect(download.suggestedFilename()).toMatch(/^统计-.*\.csv$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text.startsWith('\ufeff客户,投诉,补救,费用（元）,赚钱,不亏,少亏')).toBe(true)
})
