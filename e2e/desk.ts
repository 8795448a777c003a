import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { OFFICE_PASSWORD, type OfficeOptions } from '@yinuo/server/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type ContextOptions, launchBrowser, openContext, watchPage } from './browser.ts'
import { logIn } from './log-in.ts'
import { type E2eOffice, openOffice } from './office.ts'

const PAGES = path.join(import.meta.dirname, '../web/desk/dist')
const PORTAL = path.join(import.meta.dirname, '../web/portal/dist')
export type StaffName = keyof E2eOffice['staff']

/** Somebody at a desk of her own: a browser profile and the tab she works in. */
export type Person = {
  readonly context: BrowserContext
  readonly page: Page
}

export type Desk = {
  readonly office: E2eOffice
  readonly browser: Browser
  readonly origin: string
  /** A profile without a session, at the login page. */
  visitor(options?: ContextOptions): Promise<Person>
  /** Somebody who is already logged in, at 我的一天. */
  person(name: StaffName, options?: ContextOptions): Promise<Person>
  /** What pages did that no page may do; emptied by reading. */
  complaints(): readonly string[]
}

/**
 * The program with a port and a browser for the tests of one file. After each test no page may have failed, broken the content
 * policy or talked to others; of a test that fails the pages are kept as picture and text.
 */
export function deskForTests(options: OfficeOptions = {}): () => Desk {
  let desk: (Desk & { close(): Promise<void> }) | undefined
  beforeAll(async () => {
    desk = await openDesk(options)
  })
  afterEach(async ({ task }) => {
    if (desk === undefined) return
    if (task.result?.state === 'fail') await keepPages(desk.browser, task.name)
    expect(desk.complaints()).toEqual([])
  })
  afterAll(() => desk?.close())
  return () => {
    if (desk === undefined) throw new Error('The desk opens before the first test.')
    return desk
  }
}

async function openDesk(options: OfficeOptions) {
  const office = await openOffice({
    start: true,
    pagesFolder: PAGES,
    portalFolder: PORTAL,
    ...options,
  })
  const origin = await office.app.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchBrowser()
  let complaints: string[] = []

  async function visitor(contextOptions: ContextOptions = {}): Promise<Person> {
    const context = await openContext(browser, origin, contextOptions)
    context.on('page', (page) => watchPage(page, origin, (line) => complaints.push(line)))
    const page = await context.newPage()
    await page.goto('/login')
    return { context, page }
  }
  return {
    office,
    browser,
    origin,
    visitor,
    async person(name: StaffName, contextOptions: ContextOptions = {}): Promise<Person> {
      const someone = await visitor(contextOptions)
      await logIn(someone.page, office.staff[name].login, OFFICE_PASSWORD)
      return someone
    },
    complaints(): readonly string[] {
      const all = complaints
      complaints = []
      return all
    },
    async close(): Promise<void> {
      await browser.close()
      await office.stop()
    },
  }
}

/** Every open page as picture and text, so that one sees what the person saw; prints the folder. */
async function keepPages(browser: Browser, test: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yinuo-e2e-'))
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const file = path.join(folder, String(index + 1))
    await page.screenshot({ path: `${file}.png`, fullPage: true }).catch(() => undefined)
    const text = await page.locator('body').ariaSnapshot().catch(String)
    writeFileSync(`${file}.txt`, `${test}\n${page.url()}\n\n${text}\n`)
  }
  console.log(`The pages as they were: ${folder}`)
}
