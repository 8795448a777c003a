import type { Page } from 'playwright-core'

/** One page of the desk with the data of the demonstration, as the person sees it whose page it is. */
export type Stop = {
  /** Names the picture in docs/screenshots. */
  readonly name: string
  /** Login of the demonstration; null is nobody. */
  readonly who: string | null
  /** Goes there; done when the page shows what it is for. */
  readonly open: (page: Page) => Promise<void>
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

/** Every page, and the case page in each step of its life. */
export const TOUR: readonly Stop[] = [
  {
    name: 'login',
    who: null,
    open: async (page) => {
      await page.goto('/login')
      await page.getByRole('button', { name: '登录', exact: true }).waitFor()
    },
  },
  { name: 'my-day', who: 'chenzhiqiang', open: (page) => at(page, '/', '我的一天') },
  { name: 'my-day-leader', who: 'zhoujianguo', open: (page) => at(page, '/', '我的一天') },
  { name: 'complaints', who: 'zhoujianguo', open: (page) => at(page, '/complaints', '投诉') },
  {
    name: 'intake',
    who: 'liufang',
    open: async (page) => {
      const { drafts } = await ask<{ drafts: readonly { id: string }[] }>(page, '/intake-drafts')
      await at(page, `/intake?draft=${drafts[0]?.id ?? ''}`, '登记投诉')
      await page.getByLabel('公司名称', { exact: true }).waitFor()
    },
  },
  { name: 'intake-new', who: 'liufang', open: (page) => at(page, '/intake', '登记投诉') },
  { name: 'case-handed-over', who: 'liufang', open: (page) => openCase(page, '已移交') },
  { name: 'case-finding-out', who: 'chenzhiqiang', open: (page) => openCase(page, '了解中') },
  { name: 'case-negotiating', who: 'chenzhiqiang', open: (page) => openCase(page, '分析协商中') },
  { name: 'case-approval', who: 'zhoujianguo', open: (page) => openCase(page, '待批准') },
  { name: 'case-agreement', who: 'chenzhiqiang', open: (page) => openCase(page, '待签协议') },
  { name: 'case-execution', who: 'wutong', open: (page) => openCase(page, '执行中') },
  { name: 'case-follow-up', who: 'hejie', open: (page) => openCase(page, '跟踪中') },
  {
    name: 'case-closed',
    who: 'zhoujianguo',
    open: (page) => openCase(page, '已结案', '?view=closed'),
  },
  { name: 'customers', who: 'zhoujianguo', open: (page) => at(page, '/customers', '客户') },
  {
    name: 'customer',
    who: 'chenzhiqiang',
    open: async (page) => {
      const { rows } = await ask<{ rows: readonly { id: string; complaints: number }[] }>(
        page,
        '/customers',
      )
      const known = rows.toSorted((a, b) => b.complaints - a.complaints)[0]
      await page.goto(`/customers/${known?.id ?? ''}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  { name: 'approvals', who: 'zhoujianguo', open: (page) => at(page, '/approvals', '批复') },
  { name: 'tasks-of-cases', who: 'wutong', open: (page) => at(page, '/tasks', '执行') },
  { name: 'tasks', who: 'zhaoyong', open: (page) => at(page, '/tasks', '执行') },
  {
    name: 'people',
    who: 'admin',
    open: async (page) => {
      await at(page, '/people', '人员与岗位')
      await page.getByRole('navigation', { name: '人员名单' }).getByText('王小明').click()
      await page.getByRole('heading', { level: 2, name: '王小明' }).waitFor()
    },
  },
  {
    name: 'people-handler',
    who: 'admin',
    open: async (page) => {
      await at(page, '/people', '人员与岗位')
      await page.getByRole('navigation', { name: '人员名单' }).getByText('陈志强').click()
      await page.getByRole('heading', { level: 3, name: '改动记录' }).waitFor()
    },
  },
  {
    name: 'figures',
    who: 'zhoujianguo',
    open: async (page) => {
      await at(page, '/figures?from=2026-01-01', '统计')
      await page.getByRole('cell').first().waitFor()
    },
  },
  {
    name: 'playbook',
    who: 'zhoujianguo',
    open: async (page) => {
      await at(page, '/playbook', '处理手册')
      await page.getByRole('heading', { level: 2, name: '岗位资格' }).waitFor()
    },
  },
  { name: 'phrases', who: 'zhoujianguo', open: (page) => at(page, '/phrases', '话术') },
  { name: 'import', who: 'admin', open: (page) => at(page, '/import', '导入') },
  {
    name: 'not-found',
    who: 'liufang',
    open: async (page) => {
      await page.goto('/nowhere')
      await heading(page, '没有这一页')
    },
  },
]

async function at(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path)
  await heading(page, title)
}

/** The first case in that status among those the person sees. */
async function openCase(page: Page, statusLabel: string, query = ''): Promise<void> {
  const { rows } = await ask<{ rows: readonly Row[] }>(page, `/complaints${query}`)
  const found = rows.find((row) => row.statusLabel === statusLabel)
  if (found === undefined) throw new Error(`The demonstration has no case ${statusLabel}.`)
  await page.goto(`/complaints/${found.id}`)
  await page.getByText(found.number).first().waitFor()
  await page.getByRole('list', { name: '处理步骤' }).waitFor()
}

type Row = { readonly id: string; readonly number: string; readonly statusLabel: string }

async function ask<Body>(page: Page, path: string): Promise<Body> {
  return (await page.request.get(`/api/v1${path}`)).json() as Promise<Body>
}
