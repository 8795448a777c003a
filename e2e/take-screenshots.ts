import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, launchBrowser, openContext, PHONE } from './browser.ts'
import { logInToDemo, startDemoProgram } from './demo-program.ts'
import { shrinkPng } from './shrink-png.ts'
import { type Stop, TOUR } from './tour.ts'

const FOLDER = path.join(import.meta.dirname, '../docs/screenshots')
/** The pictures are read in a repository, not printed. */
const MOST_BYTES = 250_000
/** By width: a page that never ends is no picture, a clerk looks at the first screens. */
const MOST_HEIGHT: Readonly<Record<number, number>> = { [DESKTOP.width]: 1200, [PHONE.width]: 1800 }

/**
 * Takes every page of the demonstration on the desk and on the phone into docs/screenshots. `ORIGIN` uses a demo that runs
 * already; words after the command take only the stops named so, `--dark` takes the dark colours into names with -dark.
 */
async function main(): Promise<void> {
  const { ORIGIN: running } = process.env
  const words = process.argv.slice(2)
  const colorScheme = words.includes('--dark') ? 'dark' : 'light'
  const names = words.filter((word) => !word.startsWith('--'))
  const stops = TOUR.filter(({ name }) => names.length === 0 || names.includes(name))
  const folder = process.env['FOLDER'] ?? FOLDER
  mkdirSync(folder, { recursive: true })
  const demo = running === undefined ? await startDemoProgram() : undefined
  const browser = await launchBrowser()
  try {
    const origin = running ?? demo?.origin ?? ''
    for (const viewport of [DESKTOP, PHONE])
      for (const who of new Set(stops.map((stop) => stop.who))) {
        const page = await sitDown(browser, origin, who, { viewport, colorScheme })
        for (const stop of stops.filter((one) => one.who === who)) {
          const suffix = colorScheme === 'dark' ? '-dark' : ''
          await takePicture(
            page,
            stop,
            path.join(folder, `${stop.name}-${viewport.width}${suffix}.png`),
          )
        }
        await page.context().close()
      }
  } finally {
    await browser.close()
    await demo?.stop()
  }
}

async function sitDown(
  browser: Browser,
  origin: string,
  who: string | null,
  options: Parameters<typeof openContext>[2],
): Promise<Page> {
  const page = await (await openContext(browser, origin, options)).newPage()
  if (who !== null) await logInToDemo(page, who)
  return page
}

async function takePicture(page: Page, stop: Stop, file: string): Promise<void> {
  const before = page.viewportSize() ?? DESKTOP
  await stop.open(page)
  await page.waitForLoadState('networkidle')
  // A window as high as the page, because panes of their own scroll are as high as the window.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({
    ...before,
    height: Math.min(height, MOST_HEIGHT[before.width] ?? 0),
  })
  const picture = shrinkPng(await page.screenshot())
  writeFileSync(file, picture)
  await page.setViewportSize(before)
  console.log(`${path.basename(file)} ${Math.round(picture.length / 1000)} kB`)
  if (picture.length > MOST_BYTES) console.log(`  is larger than ${MOST_BYTES / 1000} kB`)
}

await main()
