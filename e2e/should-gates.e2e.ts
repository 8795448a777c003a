import { walkCase } from '@yinuo/server/testing'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskForTests } from './desk.ts'
import { choose, expectSeen, fillIn, press, recordFromList } from './gestures.ts'

// What should be done may be left with a written reason, which stays on the case; what must be done may not.

const desk = deskForTests()
let chenzhiqiang: Page
let zhoujianguo: Page
let id = ''

beforeAll(async () => {
  const { office } = desk()
  id = (await walkCase(office, office, 'negotiating')).id
  chenzhiqiang = (await desk().person('handler')).page
  zhoujianguo = (await desk().person('leader')).page
  await chenzhiqiang.goto(`/complaints/${id}`)
  await zhoujianguo.goto(`/complaints/${id}`)
  await expectSeen(chenzhiqiang.getByRole('button', { name: '记一笔' }))
})

describe('GDE-06: an apology before the customer has finished', () => {
  test('is asked for a reason, not taken without one, and taken with it; the reason stands among the debts for everybody', async () => {
    const page = chenzhiqiang
    await page.keyboard.press('Alt+P')
    await page.getByLabel('其他记录').selectOption({ label: '道歉' })
    const panel = page.getByRole('region', { name: '道歉', exact: true })
    await fillIn(panel, { 为给客户带来的什么不便: '耽误了工期' })
    await press(panel, '记下')
    await expectSeen(panel.getByRole('alert').getByText(/还没有记录：听客户说完.*GDE-06/))

    await press(panel, '写明原因继续')
    await expectSeen(panel.getByText('请写明原因'))
    await fillIn(panel, { '为什么先跳过（GDE-06）': '客户赶时间，只说了一句' })
    await press(panel, '写明原因继续')
    await panel.waitFor({ state: 'detached' })

    for (const desk of [chenzhiqiang, zhoujianguo]) {
      const debts = desk.getByRole('region', { name: '欠账' })
      await expectSeen(debts.getByText('GDE-06：客户赶时间，只说了一句'))
      await expectSeen(desk.getByText(/写明原因跳过 GDE-06/))
    }
    await expectSeen(page.getByRole('region', { name: '办理记录' }).getByText(/耽误了工期/))
  })
})

describe('SPK-13, SPK-15: what one tells the customer', () => {
  test('is not taken at all where it hurts, and with a reason where it criticises; the better wording stands beside', async () => {
    const page = chenzhiqiang
    await page.keyboard.press('Alt+L')
    const panel = page.getByRole('region', { name: '记答复客户' })
    await fillIn(panel, { 和谁谈的: '罗经理', 答复了什么: '您怎麼會用呢？' })
    await press(panel, '记录答复')
    await expectSeen(panel.getByRole('alert').getByText(/请问您是怎样使用的呢.*SPK-13/))
    expect(await panel.getByRole('button', { name: '写明原因继续' }).count()).toBe(0)

    await fillIn(panel, { 答复了什么: '这个您不懂，我们来查' })
    await press(panel, '记录答复')
    await fillIn(panel, { '为什么先跳过（SPK-15）': '客户自己先说不懂' })
    await press(panel, '写明原因继续')
    await panel.waitFor({ state: 'detached' })
  })
})

describe('INV-14: a visit out of town', () => {
  test('waits for the leader, who is told and answers on the case; the handler sees who can', async () => {
    await recordFromList(chenzhiqiang, '申请去外地了解', async (panel) => {
      await fillIn(panel, { 去了解什么: '到矿山取油样', 哪天去: '2026-12-05', 预计费用: '600' })
    })
    const list = chenzhiqiang.getByRole('region', { name: '办理记录' })
    await expectSeen(list.getByRole('button', { name: '等批复', disabled: true }))
    await expectSeen(zhoujianguo.getByRole('button', { name: '通知，1 条未读' }))
    await press(zhoujianguo.getByRole('region', { name: '办理记录' }), '同意')
    await expectSeen(list.getByText('周建国同意'))
  })
})

describe('SPK-27: the words a company forbids', () => {
  test('are written by the leader and count for the next thing the handler tells a customer', async () => {
    const leader = zhoujianguo
    await leader.goto('/phrases')
    await press(leader, '加一条')
    await choose(leader, '级别', '大忌')
    await press(leader, '存话术')
    await expectSeen(leader.getByText('至少写一句'))
    await fillIn(leader, { 要找的话: '差不多就行', 可以换成怎么说: '我们按标准来' })
    await press(leader, '存话术')
    await expectSeen(leader.getByRole('list', { name: '话术一览' }).getByText('差不多就行'))

    await chenzhiqiang.keyboard.press('Alt+L')
    const panel = chenzhiqiang.getByRole('region', { name: '记答复客户' })
    await fillIn(panel, { 和谁谈的: '罗经理', 答复了什么: '差不多，就行' })
    await press(panel, '记录答复')
    await expectSeen(panel.getByRole('alert').getByText(/我们按标准来.*SPK-27/))
  })
})
