import type { ComplaintReceipt, ComplaintView } from '@yinuo/contract'
import type { Page } from 'playwright-core'
import { OFFICE_PASSWORD } from '@yinuo/server/testing'
import { describe, expect, test } from 'vitest'
import { deskForTests } from './desk.ts'
import { expectSeen, press } from './gestures.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { logIn } from './log-in.ts'

// What may not happen to somebody at the desk: foreign words that act, a session that ends and takes the work with it, a
// browser that is a little older (SYS-02, rows 21 and 22 of reliability.md).

const desk = deskForTests()

/** A case of 刘芳 in the hands of 陈志强, with the same words wherever somebody can write some. */
async function caseWith(words: string): Promise<ComplaintView> {
  const { office } = desk()
  const { receptionist, handler } = office.staff
  const view = await office.act<ComplaintReceipt>(receptionist, 'POST', '/complaints', {
    playbook: 'LUB',
    kind: 'complaint',
    channel: 'phone',
    values: {
      company: words,
      address: words,
      phone: '0519-80001234',
      reason: words,
      party: 'agent',
      endUser: words,
      reporter: words,
    },
    words: [{ at: '2026-03-02T01:00:00Z', text: words, key: true }],
    sign: true,
    handOverTo: handler.id,
  })
  await office.act(handler, 'POST', `/complaints/${view.id}/acknowledge`, {})
  return office.act<ComplaintView>(handler, 'POST', `/complaints/${view.id}/add-record`, {
    kind: 'note',
    values: { text: words },
  })
}

describe('words that want to act', () => {
  test('stand as typed in the list, on the case, in its notes, on the customer and in what is found', async () => {
    const cases = []
    for (const words of HOSTILE_TEXTS) cases.push({ words, view: await caseWith(words) })
    const { page } = await desk().person('handler')
    for (const { words, view } of cases) {
      await page.goto(`/complaints/${view.id}`)
      const title = page.getByRole('heading', { level: 1 })
      await expectSeen(title)
      expect(await title.textContent()).toContain(words)
      await expectSeen(
        page.getByRole('region', { name: '时间线' }).getByText(words, { exact: true }),
      )
      await expectUnharmed(page)
    }
    for (const path of [
      '/',
      '/complaints',
      '/customers',
      `/customers/${cases[0]?.view.customer?.id ?? ''}`,
    ]) {
      await page.goto(path)
      await expectSeen(page.getByRole('main').getByText(HOSTILE_TEXTS[0] ?? ''))
      await expectUnharmed(page)
    }
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '查找或执行' }).fill('<script>')
    await expectSeen(page.getByRole('option').filter({ hasText: '<script>' }))
    await expectUnharmed(page)
  })

  test('if one slipped in all the same, the content policy would stop it, and we would notice', async () => {
    const { page } = await desk().person('receptionist')
    await page.evaluate(() => {
      const slipped = document.createElement('script')
      slipped.textContent = 'window.harmed = 1'
      document.body.append(slipped)
    })
    await expectUnharmed(page)
    await expect.poll(() => desk().complaints().join()).toMatch(/Content Security Policy/)
  })
})

async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
}

test('a browser without Temporal of its own goes from the login to the day and to a case', async () => {
  const view = await caseWith('油压报警')
  const { page } = await desk().visitor()
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Temporal')
  })
  await page.goto('/login')
  expect(await page.evaluate(() => typeof Temporal)).toBe('undefined')
  await logIn(page, desk().office.staff.handler.login, 'correct-horse-battery')
  await expectSeen(page.getByRole('heading', { level: 1, name: '我的一天' }))
  await expectSeen(page.getByText(/3 月 2 日 周一/))
  await page.goto(`/complaints/${view.id}`)
  await expectSeen(page.getByRole('button', { name: /处理意见.*03-05/ }))
})

describe('SYS-02 the session ends in the middle of work', () => {
  test('one logs in on the spot, and the action that was refused is done by itself', async () => {
    const { office } = desk()
    const { receptionist, administrator } = office.staff
    const view = await office.act<ComplaintReceipt>(receptionist, 'POST', '/complaints', {
      playbook: 'LUB',
      kind: 'complaint',
      channel: 'phone',
      values: {
        company: '顺达运输队',
        address: '常州市新北区通江路7号',
        phone: '13801501234',
        reason: '发动机异响',
        party: 'company',
        reporter: '孙队长',
      },
    })
    const { page } = await desk().person('receptionist')
    await page.goto(`/complaints/${view.id}`)
    await expectSeen(page.getByRole('button', { name: '签字', exact: true }))
    await office.act(administrator, 'POST', `/people/${receptionist.id}/sessions/end`, {})
    await press(page, '签字')
    const dialog = page.getByRole('dialog', { name: '登录已过期' })
    await dialog.getByLabel('密码', { exact: true }).fill(OFFICE_PASSWORD)
    await press(dialog, '登录')
    await expectSeen(page.getByText(/刘芳（接待员）.*签字，登记内容已锁定/))
    expect(await dialog.count()).toBe(0)
  })
})
