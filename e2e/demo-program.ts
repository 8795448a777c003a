import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { logIn } from './log-in.ts'

const REPOSITORY = path.join(import.meta.dirname, '..')
const DEMO_PASSWORD = 'yinuo-demo'
/** Its own database, seeded through the API, on a machine that is busy with other things. */
const LONGEST_START_MS = 170_000

export type DemoProgram = {
  readonly origin: string
  stop(): Promise<void>
}

/**
 * `npm start` as a newcomer has it: own process, own database, demo data, a free port. With `--setup` it is the empty program
 * of somebody who begins in earnest. Rejects with what it printed.
 */
export async function startDemoProgram(...words: readonly '--setup'[]): Promise<DemoProgram> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-demo-'))
  const { DATABASE_URL: _, HOST: __, ...env } = process.env
  const program = spawn(process.execPath, ['server/main.ts', ...words], {
    cwd: REPOSITORY,
    env: { ...env, DATA_DIR: dataDir, PORT: String(await freePort()), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(program, 'close')
  let said = ''
  const stop = async (): Promise<void> => {
    program.kill('SIGTERM')
    await gone
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No demo:\n${said}`)), LONGEST_START_MS)
      const listen = (text: Buffer): void => {
        said += text.toString()
        const ready = /is ready: (http:\S+)/.exec(said)?.[1]
        if (ready === undefined) return
        clearTimeout(timer)
        resolve(ready)
      }
      program.stdout.on('data', listen)
      program.stderr.on('data', listen)
      void gone.then(() => reject(new Error(`The demo stopped:\n${said}`)))
    })
    return { origin, stop }
  } catch (error) {
    if (program.exitCode === null) await stop()
    throw error
  }
}

/** Somebody of the demonstration, from the login page to 我的一天. */
export async function logInToDemo(page: Page, login: string): Promise<void> {
  await page.goto('/login')
  await logIn(page, login, DEMO_PASSWORD)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}
