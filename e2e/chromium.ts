import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What a test starts: a program, and where the libraries lie that the machine lacks. */
export type Chromium = {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['PROGRAMFILES'] ?? 'C:/Program Files'}/Google/Chrome/Application/chrome.exe`,
]
/** Of the machine, not of a package. */
const [LIST_LIBRARIES, LIST_FONTS] = ['ldd', 'fc-list']
const QUIET: { stdio: ('ignore' | 'pipe')[] } = { stdio: ['ignore', 'pipe', 'ignore'] }
const CACHE = path.join(import.meta.dirname, '../node_modules/.yinuo')

/**
 * CHROMIUM_PATH, else the machine's own browser, else the one that came with npm (Linux x64), so that a newcomer installs
 * nothing. Throws one sentence that says what to do.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no ${named}.`)
    return { executablePath: named, env: {} }
  }
  const installed = onThePath() ?? INSTALLED.find((file) => existsSync(file))
  if (installed !== undefined) return { executablePath: installed, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium here: install Chrome or Chromium, or set CHROMIUM_PATH.')
  return unpacked()
}

function onThePath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name + suffix)))
    .find((file) => existsSync(file))
}

/** The browser of `@sparticuz/chromium`, unpacked once; a bare machine gets the libraries that come beside it. */
async function unpacked(): Promise<Chromium> {
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium')
  const from = path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const archives = path.join(from, '../bin')
  const folder = path.join(CACHE, 'chromium')
  const executablePath = path.join(folder, 'chromium')
  if (!existsSync(executablePath)) {
    await unpackInto(folder, () => [
      sparticuz.executablePath(archives),
      inflate(path.join(archives, 'al2023.tar.br')),
    ])
  }
  const libraries = path.join(folder, 'al2023/lib')
  const env = lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: libraries } : {}
  if (lacksLibraries(executablePath, env))
    throw new Error('Chromium lacks libraries here: apt-get install chromium, or CHROMIUM_PATH.')
  return { executablePath, env: { ...env, ...fontsOf(folder) } }
}

/**
 * The package unpacks into the folder for temporary files under names like `chromium` and `fonts`, and takes a half-written
 * file of another program for a whole one. So it gets a folder of its own, moved in place when everything is there.
 */
async function unpackInto(
  folder: string,
  unpack: () => readonly Promise<unknown>[],
): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  const aside = mkdtempSync(path.join(CACHE, 'chromium-'))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = aside
  // All of them read the name of the folder before they first wait.
  const parts = unpack()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  await Promise.all(parts)
  try {
    renameSync(aside, folder)
  } catch (error) {
    // Somebody else was quicker.
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(path.join(folder, 'chromium'))) throw error
  }
}

function lacksLibraries(file: string, env: Readonly<Record<string, string>> = {}): boolean {
  try {
    return execFileSync(LIST_LIBRARIES, [file], { ...QUIET, env: { ...process.env, ...env } })
      .toString()
      .includes('not found')
  } catch {
    // No ldd (musl, minimal images): starting the browser tells.
    return false
  }
}

/** A machine without any font set-up would draw no text at all; the package brings one Latin font. */
function fontsOf(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }
}

/** Whether Chinese can be drawn. Tests read text, not glyphs, so they only say so; undefined when nobody can tell. */
export function hasChineseFont(): boolean | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return execFileSync(LIST_FONTS, [':lang=zh-cn', 'family'], QUIET).toString().trim() !== ''
  } catch {
    return undefined
  }
}
