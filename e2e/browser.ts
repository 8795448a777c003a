import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium, hasChineseFont } from './chromium.ts'

/** No first-run windows, no traffic of the browser's own: what is seen on the wire comes from our pages. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // Grey instead of coloured edges: pictures half as large and alike on every machine.
  '--disable-lcd-text',
]

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 780 }

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  if (hasChineseFont() === false)
    console.log('No Chinese font on this machine: the tests run, pictures show empty boxes.')
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

export type ContextOptions = {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** Default: Asia/Shanghai, where S01 plays. */
  readonly timezoneId?: string
}

/** A browser profile of one person: own cookies, own storage, as on a computer of her own. */
export async function openContext(
  browser: Browser,
  baseURL: string,
  options: ContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    locale: 'zh-CN',
    timezoneId: options.timezoneId ?? 'Asia/Shanghai',
    viewport: options.viewport ?? DESKTOP,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  })
  // Long enough for a machine that is busy with other things; a page that is ready is not waited for.
  context.setDefaultTimeout(20_000)
  return context
}

/** What no page may do: fail in its script, break the content policy, talk to another origin, open a dialog of the browser. */
export function watchPage(page: Page, origin: string, complain: (line: string) => void): void {
  const here = (line: string): void => complain(`${new URL(page.url(), origin).pathname}: ${line}`)
  page.on('pageerror', (error) => here(`script failed: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // The browser reports each refused request; what the page makes of it is what the tests look at.
    if (/^Failed to load resource: |WebSocket connection to .* failed/.test(message.text())) return
    here(`console ${message.type()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    const isOurs = host === new URL(origin).host || protocol === 'data:' || protocol === 'blob:'
    if (!isOurs) here(`request to another origin: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    // Leaving a page with unsaved words may ask; nothing else may.
    if (dialog.type() !== 'beforeunload') here(`dialog: ${dialog.message()}`)
    void dialog.accept().catch(() => undefined)
  })
}
