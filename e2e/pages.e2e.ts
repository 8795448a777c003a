import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, launchBrowser, openContext, PHONE, watchPage } from './browser.ts'
import { type DemoProgram, logInToDemo, startDemoProgram } from './demo-program.ts'
import { TOUR } from './tour.ts'

// Every page with the data of the demonstration, as `npm start` serves it: readable for everybody, quiet, and at home.

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let demo: DemoProgram | undefined
let browser: Browser | undefined
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemoProgram(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

describe.each([
  ['1440 px', DESKTOP],
  ['360 px', PHONE],
] as const)('at %s', (_, viewport) => {
  /** Tabs by login: everybody sits down once. */
  const seats = new Map<string | null, Page>()
  let complaints: string[] = []
  afterAll(() => Promise.all([...seats.values()].map((page) => page.context().close())))

  async function seatOf(who: string | null): Promise<Page> {
    const known = seats.get(who)
    if (known !== undefined) return known
    if (browser === undefined || demo === undefined) throw new Error('The demo runs first.')
    const { origin } = demo
    const page = await (await openContext(browser, origin, { viewport })).newPage()
    watchPage(page, origin, (line) => complaints.push(line))
    if (who !== null) await logInToDemo(page, who)
    seats.set(who, page)
    return page
  }

  test.each(TOUR)(
    '$name holds no barrier, in the light and in the dark (axe), nor does it scroll sideways, fail, break the content policy or talk to others',
    async ({ who, open }) => {
      complaints = []
      const page = await seatOf(who)
      await page.emulateMedia({ colorScheme: 'light' })
      await open(page)
      await page.waitForLoadState('networkidle')
      expect(await barriers(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await barriers(page, ['color-contrast'])).toEqual([])
      expect(await overhang(page)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )
})

test('the set-up page of a program without anybody in it holds no barrier either, at both widths', async () => {
  const empty = await startDemoProgram('--setup')
  try {
    for (const viewport of [DESKTOP, PHONE]) {
      if (browser === undefined) throw new Error('The browser runs first.')
      const page = await (await openContext(browser, empty.origin, { viewport })).newPage()
      const complaints: string[] = []
      watchPage(page, empty.origin, (line) => complaints.push(line))
      await page.goto('/')
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/setup')
      expect(await barriers(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await barriers(page, ['color-contrast'])).toEqual([])
      expect(await overhang(page)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      await page.context().close()
    }
  } finally {
    await empty.stop()
  }
})

/** Pixels that stand out to the right. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** What axe finds, one line for each element: the rule, where, and why. */
async function barriers(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: object): Promise<AxeResults> }
    }
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({ id, at: node.target.join(' '), why: node.failureSummary ?? '' })),
    )
  }, rules)
  return found.map(({ id, at, why }) => `${id} at ${at}: ${why.replaceAll(/\s+/g, ' ')}`)
}
