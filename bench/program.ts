import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { onInterrupt } from './on-interrupt.ts'

const REPOSITORY = path.join(import.meta.dirname, '..')
const START_LIMIT_MS = 180_000

export type Program = {
  readonly pid: number
  /** http://127.0.0.1:… */
  readonly address: string
  readonly setupCode: string
  /** From spawning it to the first answered request. */
  readonly startedInMs: number
  stop(): Promise<void>
}

/**
 * The program as its users run it: its own process, a real (not demo) database in `dataDir`, no check of answers against
 * the contract. `nodeOptions` go to Node, for profiling.
 */
export async function startProgram(
  dataDir: string,
  nodeOptions: readonly string[] = [],
): Promise<Program> {
  const asked = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, 'server/main.ts', '--setup'], {
    cwd: REPOSITORY,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      PORT: '0',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: Ctrl-C reaches the bench, which ends the program in order.
    detached: true,
  })
  const ended = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  // Ctrl-C on the bench must not leave a server and a database behind.
  const stopped = onInterrupt(stop)
  try {
    const said = await untilReady(child)
    const address = /http:\/\/\S+/.exec(said)?.[0] ?? ''
    const hello = await fetch(`${address}/api/v1/hello`)
    if (hello.status !== 200) throw new Error(`the program answers ${hello.status} to hello`)
    return {
      pid: child.pid ?? 0,
      address,
      setupCode: /only\): (\S+)/.exec(said)?.[1] ?? '',
      startedInMs: performance.now() - asked,
      async stop() {
        stopped()
        await stop()
      },
    }
  } catch (error) {
    stopped()
    await stop()
    throw error
  }
}

async function untilReady(child: ChildProcess): Promise<string> {
  let said = ''
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`the program is not ready after three minutes: ${said}${complaints}`)),
      START_LIMIT_MS,
    )
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!/is ready: \S+\n/.test(said) || !/only\): \S+\n/.test(said)) return
      clearTimeout(late)
      resolve(said)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the program ended (${code}): ${complaints}`))
    })
  })
}

export type DatabaseUrls = {
  /** Of the migrating role, a superuser of the embedded server: for filling tables. */
  readonly adminUrl: string
  /** Of yinuo_app, as which the program works. */
  readonly appUrl: string
  readonly postmasterPid: number
}

/** How to reach the database that a program started on `dataDir` runs. */
export function databaseOf(dataDir: string): DatabaseUrls {
  const lines = readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const [pid, , , port, socketFolder, listens] = lines.map((line) => line.trim())
  const host = encodeURIComponent(socketFolder || listens || '')
  const url = (user: string, passwordFile: string): string => {
    const password = encodeURIComponent(
      readFileSync(path.join(dataDir, passwordFile), 'utf8').trim(),
    )
    return `postgresql://${user}:${password}@${host}:${port}/yinuo`
  }
  return {
    adminUrl: url('yinuo_admin', 'postgres.password'),
    appUrl: url('yinuo_app', 'app.password'),
    postmasterPid: Number(pid),
  }
}
