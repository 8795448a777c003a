import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { deskForTests } from './desk.ts'
import { expectSeen } from './gestures.ts'

// The page on which those who answer for the method read it, as the program carries it out.

const desk = deskForTests()
let leader: Page

beforeAll(async () => {
  leader = (await desk().person('leader')).page
})

describe('PBK-02, PBK-03: the playbook as it is meant', () => {
  test('is reached from the navigation by a leader, and shows the seven steps in order with what must be filled', async () => {
    await leader.getByRole('link', { name: '处理手册' }).click()
    await expectSeen(leader.getByRole('heading', { level: 1, name: '处理手册' }))
    const steps = leader.getByRole('region', { name: '步骤' })
    await expectSeen(steps.getByRole('heading', { name: '1 登记' }))
    expect(await steps.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      '1 登记',
      '2 详细了解',
      '3 分析说明协商',
      '4 报领导批准并回复',
      '5 客户确认签协议',
      '6 部门执行',
      '7 跟踪至满意',
    ])
    const registration = steps.getByRole('list', { name: '投诉登记表' })
    const company = registration.getByRole('listitem').filter({ hasText: '公司名称' })
    await expectSeen(company.getByText('必填'))
    await expectSeen(company.getByText('CMP-02'))
  })

  test('says every gate as a sentence with its strength, and every clock with its figures', async () => {
    const gate = leader
      .getByRole('list', { name: '关口' })
      .getByRole('listitem')
      .filter({ hasText: 'CMP-07' })
    await expectSeen(gate.getByText('应当', { exact: true }))
    await expectSeen(gate.getByText('存《投诉登记表》时，应当做到：填好《投诉登记表》的“谁说的”。'))
    const clock = leader.getByRole('row').filter({ hasText: '接收确认' })
    await expectSeen(clock.getByText('30分钟', { exact: true }))
    await expectSeen(clock.getByText('到期报给责任人、上级；过15分钟报给上级的上级'))
  })

  test('has a table of contents that leads to each part, and nothing folded away from search or paper', async () => {
    const contents = leader.getByRole('navigation', { name: '目录' })
    await contents.getByRole('link', { name: '岗位和职责' }).click()
    await leader.waitForURL(/#posts$/)
    const heading = leader.getByRole('heading', { level: 2, name: '岗位和职责' })
    await expect.poll(async () => (await heading.boundingBox())?.y ?? 9999).toBeLessThan(900)
    await leader.reload()
    await expect.poll(async () => (await heading.boundingBox())?.y ?? 9999).toBeLessThan(900)
    expect(await leader.locator('article details, article [hidden]').count()).toBe(0)
    await leader.emulateMedia({ media: 'print' })
    expect(await contents.isVisible()).toBe(false)
    expect(await leader.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(false)
    await expectSeen(heading)
    await leader.emulateMedia({ media: 'screen' })
  })

  test('stands in the navigation of the administrator, and not of who records', async () => {
    for (const [name, count] of [
      ['administrator', 1],
      ['receptionist', 0],
    ] as const) {
      const { page } = await desk().person(name)
      await expectSeen(page.getByRole('link', { name: '话术' }))
      expect(await page.getByRole('link', { name: '处理手册' }).count()).toBe(count)
    }
  })
})
