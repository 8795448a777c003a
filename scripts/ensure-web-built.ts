import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { filesBelow, REPOSITORY } from './checks/rooms.ts'
import { runTool } from './checks/run-tool.ts'

const DESK = path.join(REPOSITORY, 'web/desk')
const BUILT = path.join(DESK, 'dist')
const STAMP = '.built-from'

/**
 * Builds the pages of the desk into web/desk/dist unless they were built from exactly these sources, and prints one
 * line when it does. Takes some ten seconds the first time, a few milliseconds after. Rejects with the bundler's output
 * when the pages cannot be built; what was built before then stays in place.
 */
export async function ensureWebBuilt(print: (line: string) => void = console.log): Promise<void> {
  const sources = hashSources()
  if (builtFrom() === sources) return
  const start = performance.now()
  print('正在构建网页（仅首次或更新后）… Building the web pages …')
  // Built aside and swapped in, so that nobody is served half a page, even when two programs start at once.
  const aside = path.join(REPOSITORY, 'node_modules/.yinuo', `desk-${process.pid}`)
  try {
    await bundle(aside)
    writeFileSync(path.join(aside, STAMP), sources)
    swapIn(aside, sources)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  print(`网页已构建，用时 ${seconds} 秒。 Web pages built in ${seconds} s.`)
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

function builtFrom(): string | undefined {
  const stamp = path.join(BUILT, STAMP)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

async function bundle(target: string): Promise<void> {
  // A process of its own: under vitest NODE_ENV is `test`, and the bundler would pack the slow React.
  const vite = path.dirname(
    createRequire(path.join(DESK, 'package.json')).resolve('vite/package.json'),
  )
  const entry = path.relative(path.join(REPOSITORY, 'node_modules'), path.join(vite, 'bin/vite.js'))
  mkdirSync(path.dirname(target), { recursive: true })
  const args = ['build', DESK, '--outDir', target, '--emptyOutDir', '--logLevel', 'warn']
  const { code, output } = await runTool(entry, args, { env: { NODE_ENV: 'production' } })
  if (code !== 0 || !existsSync(path.join(target, 'index.html'))) {
    throw new Error(`The web pages could not be built:\n${output}`)
  }
}

function swapIn(aside: string, sources: string): void {
  const old = `${aside}-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(BUILT)) renameSync(BUILT, old)
  try {
    renameSync(aside, BUILT)
  } catch (error) {
    // Another program may have swapped in its own meanwhile; from the same sources it is as good as ours.
    if (builtFrom() !== sources) throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

if (import.meta.main) await ensureWebBuilt()
