import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const MAIN = path.join(import.meta.dirname, '../main.ts')
const READY_MS = 60_000

export type Program = {
  /** Where it answers; another port after every start. */
  readonly address: string
  /** Printed at the start of a real database. */
  readonly setupCode: string
  readonly pid: number
  /** As the power cut does it: nothing is flushed, closed or said. */
  kill(): Promise<void>
  /** As an operator does it. */
  stop(): Promise<void>
}

/** The real program on a real database (embedded, durable) in `dataDir`; ready to answer when this resolves. */
export async function startProgram(dataDir: string): Promise<Program> {
  const { DATABASE_URL: _, HOST: __, SEAL_KEY_FILE: ___, ...env } = process.env
  const child = spawn(process.execPath, [MAIN, '--setup'], {
    env: { ...env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = await readUntilReady(child)
  const address = /ready: (\S+)/.exec(output)?.[1]
  const setupCode = /set-up code .*: (\S+)/.exec(output)?.[1]
  if (address === undefined || setupCode === undefined || child.pid === undefined)
    throw new Error(`the program did not start:\n${output}`)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    child.kill(signal)
    await ended
  }
  return { address, setupCode, pid: child.pid, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

function readUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const limit = setTimeout(
      () => reject(new Error(`the program is not ready:\n${output}`)),
      READY_MS,
    )
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      if (!/ready: \S+[\s\S]*set-up code .*: \S+\n/.test(output)) return
      clearTimeout(limit)
      resolve(output)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`the program ended with ${code}:\n${output}`))
    })
  })
}

/** Number of the PostgreSQL process that serves `dataDir` now. */
export function databasePid(dataDir: string): number {
  const [pid] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}
