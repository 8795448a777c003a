import { PRINT_FORMS } from '@yinuo/domain'
import { registration, walkCase } from '@yinuo/server/testing'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { hasChineseFont } from './chromium.ts'
import { deskForTests } from './desk.ts'
import { expectSeen, press } from './gestures.ts'

// SYS-19: what comes out of the printer, read back from the PDF that the browser makes of it.

const desk = deskForTests()
let page: Page
beforeAll(async () => {
  const { context, page: first } = await desk().person('handler')
  // Nobody stands at the window of the printer.
  await context.addInitScript(() => {
    window.print = () => {}
  })
  page = first
})

/** Some characters come back as the radicals that look the same; these are not compatible forms to Unicode. */
const RADICALS: Readonly<Record<string, string>> = {
  戶: '户',
  '⻔': '门',
  '⻋': '车',
  '⻢': '马',
  '⻛': '风',
  '⻓': '长',
}

/**
 * The PDF of the sheet that is open. Without a Chinese font on the machine the words are read off the sheet itself; pages and
 * their numbers always off the PDF.
 */
async function printed(from: Page): Promise<{ pages: number; text: string }> {
  const pdf = await from.pdf({ preferCSSPageSize: true })
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  })
  const shown = hasChineseFont() === false ? await from.getByRole('article').innerText() : ''
  const words = `${text}${shown}`
    .normalize('NFKC')
    .replaceAll(/[戶⻔⻋⻢⻛⻓]/gu, (radical) => RADICALS[radical] ?? radical)
  return { pages: totalPages, text: words.replaceAll(/\s/g, '') }
}

async function paper(id: string, form: string): Promise<{ pages: number; text: string }> {
  await page.goto(`/print/complaints/${id}/${form}`)
  await expectSeen(page.getByRole('article'))
  return printed(page)
}

test('AGR-02, GDE-08 the agreement prints with number, customer, product, every remedy and both signers, and without our opinion', async () => {
  const view = await walkCase(desk().office, desk().office, 'agreement-confirmed')
  await page.goto(`/print/complaints/${view.id}/agreement`)
  await expectSeen(page.getByText('常州市武进区****').or(page.getByText('常州市武进****')).first())
  await press(page, '打印')
  await expectSeen(page.getByText('常州市武进区湖塘镇人民路18号'))
  const { pages, text } = await printed(page)
  for (const part of [view.number, '鑫源润滑油经销部', '20251118-B2', '赠送油品', '小礼品'])
    expect(text).toContain(part)
  for (const part of ['800.00', '60.00', '合计860.00元', '陈志强', '罗建军', '1/1'])
    expect(text).toContain(part)
  expect(text).not.toMatch(/从优|过错|粘度偏低|处理意见/)
  expect(pages).toBe(1)
})

test('SYS-19 every form of Annex A prints, empty ones with lines to fill in', async () => {
  const full = await walkCase(desk().office, desk().office, 'executing')
  const empty = await walkCase(desk().office, desk().office, 'finding-out')
  const marks: Readonly<Record<(typeof PRINT_FORMS)[number], string>> = {
    registration: '登记人签字',
    'finding-out': '使用前的牌子',
    exchange: '想换什么样的产品',
    analysis: '把握程度',
    negotiation: '简要分析',
    approval: '公司批次粘度偏低',
    agreement: '我方签字',
    execution: '仓库管理和发货部门',
    'follow-up': '方案是否需要更改',
  }
  for (const form of PRINT_FORMS) {
    const { text, pages } = await paper(full.id, form)
    expect(text, form).toContain(marks[form])
    expect(text, form).toContain(`${pages}/${pages}`)
    expect(text, form).not.toMatch(/80001234|undefined|null|\[object/)
  }
  const { text } = await paper(empty.id, 'finding-out')
  expect(text).toContain('使用前的牌子')
})

test('SYS-19 a text longer than a page goes on over the next ones, each with its number, and none of it is lost', async () => {
  const reason = Array.from({ length: 240 }, (_, line) => `第${line}句油压报警`).join('，')
  const values = { ...registration().values, reason }
  const view = await walkCase(desk().office, desk().office, 'signed', { values })
  const receptionist = (await desk().person('receptionist')).page
  await receptionist.goto(`/print/complaints/${view.id}/registration`)
  await expectSeen(receptionist.getByRole('article'))
  const { pages, text } = await printed(receptionist)
  expect(pages).toBeGreaterThan(1)
  for (let line = 0; line < 240; line += 1) expect(text).toContain(`第${line}句`)
  expect(text).toContain(`${pages}/${pages}`)
})
