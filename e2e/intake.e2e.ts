import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DraftView } from '@yinuo/contract'
import { OFFICE_PASSWORD } from '@yinuo/server/testing'
import { type Person, deskForTests } from './desk.ts'
import { expectSeen, fillIn, press } from './gestures.ts'
import { logIn } from './log-in.ts'
import { done } from './office.ts'

// Intake as a receptionist lives it: on the phone, without the mouse, with a line that breaks and a browser that dies (CMP-01, CMP-10).

const desk = deskForTests()
let liufang: Person
let page: Page

beforeAll(async () => {
  const { office } = desk()
  await office.act(office.staff.receptionist, 'POST', '/complaints', {
    playbook: 'LUB',
    kind: 'complaint',
    channel: 'phone',
    values: {
      company: '鑫源润滑油经销部',
      address: '常州市武进区湖塘镇人民路18号',
      phone: '0519-80001234',
      reason: '上一次的事',
      party: 'agent',
      endUser: '宏达汽车修理厂',
      reporter: '罗经理',
    },
  })
  await begin()
})
afterEach(() => liufang.context.setOffline(false))

async function begin(): Promise<void> {
  liufang = await desk().person('receptionist')
  page = liufang.page
}

const words = (of = page) => of.getByRole('textbox', { name: '客户原话' })
const saved = (of = page) => of.getByText(/^已存到服务器/)

async function freshIntake(): Promise<void> {
  await page.goto('/intake')
  await expectSeen(words())
}

/** From the list 没登记完的, by what was said. */
async function goOn(of: Page, said: string): Promise<void> {
  await of.goto('/intake')
  const item = of.getByRole('listitem').filter({ hasText: said })
  await item.getByRole('link', { name: '接着记' }).click()
  await expectSeen(of.getByRole('heading', { name: '登记投诉' }))
}

describe('CMP-01 what a customer said is never lost', () => {
  test('a reload shows every word, fixed and unfixed, and the cursor where it was', async () => {
    await freshIntake()
    await words().pressSequentially('你们那个 15W-40 加进去油压灯就亮了')
    await page.keyboard.press('Enter')
    await words().pressSequentially('我这车停一天就是')
    await expectSeen(saved())
    await page.reload()
    await expectSeen(page.getByText('你们那个 15W-40 加进去油压灯就亮了'))
    expect(await words().inputValue()).toBe('我这车停一天就是')
    expect(await words().evaluate((field) => field === document.activeElement)).toBe(true)
  })

  test('a browser that dies offline, in the middle of a word, has lost nothing', async () => {
    await freshIntake()
    await liufang.context.setOffline(true)
    await words().pressSequentially('喂，我是宏达修理厂，机油灯又')
    await expectSeen(page.getByText('已存在本机，连上就补存'))
    const cdp = await liufang.context.newCDPSession(page)
    const gone = page.waitForEvent('crash')
    void cdp.send('Page.crash').catch(() => undefined)
    await gone
    await page.close()

    await liufang.context.setOffline(false)
    page = await liufang.context.newPage()
    await goOn(page, '机油灯又')
    expect(await words().inputValue()).toBe('喂，我是宏达修理厂，机油灯又')
    await expectSeen(saved())
  })

  test('another computer, after the first one is gone without a word of good-bye, goes on where the server was told', async () => {
    await freshIntake()
    await words().pressSequentially('桶底有沉淀，像泥一样')
    await expect.poll(savedWords).toBe('桶底有沉淀，像泥一样')
    await liufang.context.close()
    await begin()
    await goOn(page, '桶底有沉淀')
    expect(await words().inputValue()).toBe('桶底有沉淀，像泥一样')
  })

  test('logging out and in again finds the draft', async () => {
    await freshIntake()
    await words().pressSequentially('声音越来越大')
    await fillIn(page, { 公司名称: '顺达运输队' })
    await expectSeen(saved())
    await press(page, '刘芳的菜单')
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expectSeen(page.getByLabel('登录名'))
    await logIn(page, desk().office.staff.receptionist.login, OFFICE_PASSWORD)
    await goOn(page, '顺达运输队')
    expect(await page.getByLabel('公司名称', { exact: true }).inputValue()).toBe('顺达运输队')
    expect(await words().inputValue()).toBe('声音越来越大')
  })

  test('offline the typing goes on, and what was typed is saved by itself when the line is back', async () => {
    await freshIntake()
    await words().pressSequentially('一开始好好的，')
    await expectSeen(saved())
    await liufang.context.setOffline(true)
    await words().pressSequentially('跑了两百公里就报警')
    await expectSeen(page.getByText('已存在本机，连上就补存'))
    expect(await page.getByRole('dialog').count()).toBe(0)
    await liufang.context.setOffline(false)
    await expectSeen(saved())
    await expect.poll(savedWords).toBe('一开始好好的，跑了两百公里就报警')
  })

  test('the complaint was received at the first keystroke, however long the call lasts', async () => {
    await desk().office.setClock('2026-03-02T02:05:00Z')
    await freshIntake()
    await expectSeen(page.getByText('第一个字写下，接到时间就定了'))
    await words().pressSequentially('喂')
    await expectSeen(saved())
    await desk().office.setClock('2026-03-02T02:31:00Z')
    await fillIn(page, {
      公司名称: '顺达运输队',
      地址: '常州市新北区通江路7号',
      电话号码: '13801501234',
      原因: '发动机异响',
      谁说的: '孙队长',
    })
    await page.getByRole('radio', { name: '企业客户' }).click()
    await press(page, '只登记')
    await expectSeen(page.getByRole('heading', { level: 1, name: /发动机异响/ }))
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const view = await done(desk().office.liufang.get(`/complaints/${id}`))
    expect(view.receivedAt).toMatch(/^2026-03-02T02:05:/)
    await desk().office.setClock('2026-03-02T01:00:00Z')
  })
})

function draftInAddress(): string {
  return new URL(page.url()).searchParams.get('draft') ?? ''
}

/** The line being typed, as the server has it. */
async function savedWords(): Promise<string> {
  const { liufang: hers } = desk().office
  const draft = await done<DraftView>(hers.get(`/intake-drafts/${draftInAddress()}`))
  return draft.content.unfinished
}

describe('CMP-10 the customer is found while one types', () => {
  test('/intake?phone= from a telephone system finds him and starts the draft at once', async () => {
    await page.goto('/intake?phone=051980001234')
    const hits = page.getByRole('listbox', { name: '是哪一位' })
    await expectSeen(hits.getByRole('option', { name: /鑫源润滑油经销部/ }))
    expect(await hits.textContent()).not.toContain('人民路18号')
    await expectSeen(saved())
    expect(draftInAddress()).toMatch(/^[0-9a-f-]{36}$/)
    await page.getByRole('combobox', { name: '找客户' }).press('Enter')
    await expectSeen(page.getByText('已选用'))
    expect(await page.getByLabel('公司名称', { exact: true }).inputValue()).toBe('鑫源润滑油经销部')
  })
})

describe('the keyboard', () => {
  test('Enter that ends a composition belongs to the input method; the next one fixes the line', async () => {
    await freshIntake()
    await words().focus()
    const cdp = await liufang.context.newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text: 'youya', selectionStart: 5, selectionEnd: 5 })
    await page.evaluate(() =>
      document.addEventListener(
        'keydown',
        (event) => (document.body.dataset['composing'] = String(event.isComposing)),
        { once: true, capture: true },
      ),
    )
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    expect(await page.locator('body').getAttribute('data-composing')).toBe('true')
    await cdp.send('Input.insertText', { text: '油压' })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
    expect(await words().inputValue()).toBe('油压')
    await expectSeen(page.getByText('已记 0 行，0 条关键'))
    await page.keyboard.press('Enter')
    await expectSeen(page.getByText('已记 1 行，0 条关键'))
    expect(await words().inputValue()).toBe('')
  })

  test('from the first key to signed and handed over without the mouse', async () => {
    await page.goto('/')
    await expectSeen(page.getByRole('heading', { name: '我的一天' }))
    await page.keyboard.press('Alt+n')
    await expectSeen(words())
    await page.keyboard.type('我是鑫源的老罗，CF-4 加了油压报警')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+7')
    await page.keyboard.press('Alt+2')
    await page.keyboard.type('80001234')
    await expectSeen(page.getByRole('option', { name: /鑫源润滑油经销部/ }))
    await page.keyboard.press('Enter')
    await expectSeen(page.getByText('已选用'))
    await page.keyboard.type('CF-4 15W-40 柴机油使用后油压报警')

    // Ctrl Enter leads to what is missing, one after the other, and then signs.
    await page.keyboard.press('Control+Enter')
    expect(await focusedLabel()).toBe('移交给')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+Enter')
    await expect.poll(focusedLabel).toBe('谁说的')
    expect(await page.getByRole('alert').textContent()).toMatch(/没有填谁说的.*没有填最终用户/)
    await page.keyboard.type('罗经理')
    await page.keyboard.press('Control+Enter')
    await expect.poll(focusedLabel).toBe('最终用户')
    await page.keyboard.type('宏达汽车修理厂')
    await page.keyboard.press('Control+Enter')
    await expectSeen(page.getByRole('heading', { level: 1, name: /油压报警/ }))
    await expectSeen(page.getByText(/刘芳（接待员）.*签字，登记内容已锁定/))
    await expectSeen(page.getByText(/移交给陈志强，等确认接收/))
  })
})

/** What a screen reader says where the cursor stands. */
async function focusedLabel(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null
    return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? ''
  })
}
