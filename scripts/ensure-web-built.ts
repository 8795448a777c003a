import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { filesBelow, REPOSITORY } from './checks/rooms.ts'
import { runTool } from './checks/run-tool.ts'

/** Pages of the staff, and the customer's. */
const PAGES = ['desk', 'portal'] as const
type Pages = (typeof PAGES)[number]
const STAMP = '.built-from'

/**
 * Builds the pages into web/<pages>/dist unless they were built from exactly these sources, and prints one line when it
 * does. Takes some ten seconds the first time, a few milliseconds after. Rejects with the bundler's output when they cannot
 * be built; what was built before then stays in place.
 */
export async function ensureWebBuilt(print: (line: string) => void = console.log): Promise<void> {
  const sources = hashSources()
  const stale = PAGES.filter((pages) => builtFrom(pages) !== sources)
  if (stale.length === 0) return
  const start = performance.now()
  print('正在构建网页（仅首次或更新后）… Building the web pages …')
  for (const pages of stale) await build(pages, sources)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  print(`网页已构建，用时 ${seconds} 秒。 Web pages built in ${seconds} s.`)
}

/** Built aside and swapped in, so that nobody is served half a page, even when two programs start at once. */
async function build(pages: Pages, sources: string): Promise<void> {
  const aside = path.join(REPOSITORY, 'node_modules/.yinuo', `${pages}-${process.pid}`)
  try {
    await bundle(pages, aside)
    writeFileSync(path.join(aside, STAMP), sources)
    swapIn(pages, aside, sources)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function rootOf(pages: Pages): string {
  return path.join(REPOSITORY, 'web', pages)
}

function builtOf(pages: Pages): string {
  return path.join(rootOf(pages), 'dist')
}

/** One digest over the contents of everything that ends up in a page. */
function hashSources(): string {
  const files = ['web', 'contract', 'domain'].flatMap((room) => filesBelow(room))
  const hash = createHash('sha256')
  for (const file of [...files.filter((name) => !name.includes('.test.')), 'package-lock.json']) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(REPOSITORY, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function builtFrom(pages: Pages): string | undefined {
  const stamp = path.join(builtOf(pages), STAMP)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

async function bundle(pages: Pages, target: string): Promise<void> {
  // A process of its own: under vitest NODE_ENV is `test`, and the bundler would pack the slow React.
  const vite = path.dirname(
    createRequire(path.join(rootOf(pages), 'package.json')).resolve('vite/package.json'),
  )
  const entry = path.relative(path.join(REPOSITORY, 'node_modules'), path.join(vite, 'bin/vite.js'))
  mkdirSync(path.dirname(target), { recursive: true })
  const args = ['build', rootOf(pages), '--outDir', target, '--emptyOutDir', '--logLevel', 'warn']
  const { code, output } = await runTool(entry, args, { env: { NODE_ENV: 'production' } })
  if (code !== 0 || !existsSync(path.join(target, 'index.html'))) {
    throw new Error(`The web pages could not be built:\n${output}`)
  }
}

function swapIn(pages: Pages, aside: string, sources: string): void {
  const built = builtOf(pages)
  const old = `${aside}-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(built)) renameSync(built, old)
  try {
    renameSync(aside, built)
  } catch (error) {
    // Another program may have swapped in its own meanwhile; from the same sources it is as good as ours.
    if (builtFrom(pages) !== sources) throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

if (import.meta.main) await ensureWebBuilt()
