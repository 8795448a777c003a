import type { ComplaintView } from '@yinuo/contract'
import { walkCase } from '@yinuo/server/testing'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { deskForTests } from './desk.ts'
import { expectSeen, fillIn, press } from './gestures.ts'

// One person, one plan, two windows: what was saved in the one and typed in the other stands side by side (SYS-08).

const desk = deskForTests()
let first: Page
let second: Page
let id = ''

beforeAll(async () => {
  const { office } = desk()
  id = (await walkCase(office, office, 'considered')).id
  first = (await desk().person('handler')).page
  second = (await desk().person('handler')).page
  for (const page of [first, second]) {
    await page.goto(`/complaints/${id}`)
    await expectSeen(planIn(page))
  }
})

const planIn = (page: Page) => page.getByRole('region', { name: '处理方案', exact: true })
const kept = async () => {
  const { office } = desk()
  const view = await office.act<ComplaintView>(office.staff.handler, 'GET', `/complaints/${id}`)
  return view.plan
}

test('SYS-08: a plan typed in two windows: the second sees both opinions, chooses, and nothing of either is lost before', async () => {
  await fillIn(planIn(second), { 处理意见: '送两桶并派人去看' })
  await press(planIn(first), '道歉')
  await fillIn(planIn(first), { 处理意见: '先送两桶' })
  await press(first, '存草稿')
  await expect.poll(async () => (await kept())?.version).toBe(1)

  const conflict = second.getByRole('alert').filter({ hasText: '先送两桶' })
  await expectSeen(conflict.getByText('送两桶并派人去看'))
  // While it is open nothing is sent.
  await press(second, '存草稿')
  await conflict.getByText('我写的').first().click()
  await press(second, '按选定的继续')
  await conflict.waitFor({ state: 'detached' })
  await press(second, '存草稿')
  await expect.poll(kept).toMatchObject({
    version: 2,
    // The remedy that only the first window added is there as well.
    content: { opinion: '送两桶并派人去看', remedies: [{ remedy: 'apology' }] },
  })
  // The first window had nothing unsaved: it shows what stands.
  await expect
    .poll(() => planIn(first).getByLabel('处理意见').inputValue())
    .toBe('送两桶并派人去看')
})
