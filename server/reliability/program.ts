import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MAIN = path.join(import.meta.dirname, '../main.ts')
const READY_MS = 60_000

export type Program = {
  /** Where it answers; another port after every start. */
  readonly address: string
  /** Printed at the start of a real database. */
  readonly setupCode: string
  /** The end of what it has said so far, its log too. */
  lastWords(): string
  /** As the power cut does it: nothing is flushed, closed or said. */
  kill(): Promise<void>
  /** As an operator does it; resolves to the exit code. */
  stop(): Promise<number | null>
}

/** The real program on a real database (embedded, durable) in `dataDir`; ready to answer when this resolves. */
export async function startProgram(dataDir: string): Promise<Program> {
  const { DATABASE_URL: _, HOST: __, SEAL_KEY_FILE: ___, ...env } = process.env
  const child = spawn(process.execPath, [MAIN, '--setup'], {
    env: { ...env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const hear = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  await untilReady(child, () => output)
  const address = /ready: (\S+)/.exec(output)?.[1]
  const setupCode = /set-up code .*: (\S+)/.exec(output)?.[1]
  if (address === undefined || setupCode === undefined)
    throw new Error(`the program did not start:\n${output}`)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    child.kill(signal)
    await ended
    return child.exitCode
  }
  return {
    address,
    setupCode,
    lastWords: () => lastLines(output),
    kill: async () => void (await end('SIGKILL')()),
    stop: end('SIGTERM'),
  }
}

async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  const limit = performance.now() + READY_MS
  while (!/ready: \S+[\s\S]*set-up code .*: \S+\n/.test(output())) {
    if (child.exitCode !== null || performance.now() > limit)
      throw new Error(`the program did not start (${child.exitCode}):\n${output()}`)
    await sleep(20)
  }
}

function lastLines(output: string): string {
  const lines = output.split('\n').slice(-20)
  return lines.map((line) => line.slice(0, 1_000)).join('\n')
}

/** Number of the PostgreSQL process that serves `dataDir` now. */
export function databasePid(dataDir: string): number {
  const [pid] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}
