import { statfs } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { DatabaseClock } from '../clock/database-clock.ts'
import { callFunction } from '../database/index.ts'
import { LEAST_FREE_BYTES } from '../database/data-directory.ts'
import { MIGRATIONS_FOLDER, readMigrations } from '../database/migrate.ts'
import { inTime } from './in-time.ts'

export type HealthPorts = {
  readonly pool: Pool
  readonly clock: DatabaseClock
  readonly dataDir: string
  workerSilentMs(): number
}

export const READINESS = ['database', 'migrations', 'clock', 'worker', 'disk'] as const
export type Readiness = (typeof READINESS)[number]

const PATIENCE_MS = 3_000
/** Anybody may ask, so the database is not asked for each of them. */
const FRESH_MS = 1_000
/** It looks every five seconds at the latest; a batch takes less. */
const WORKER_PATIENCE_MS = 30_000

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: it can do its work, else 503 with what fails, by name only.
 * Without login (SYS-01), so neither says anything that is not in this file.
 */
export function serveHealth(server: FastifyInstance, ports: HealthPorts): void {
  server.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  )
  const ours = readMigrations(MIGRATIONS_FOLDER)
  const look = freshly(() => failingChecks(ports, ours))
  server.get('/health/ready', async (_request, reply) => {
    const failing = await look()
    return reply
      .header('cache-control', 'no-store')
      .status(failing.length === 0 ? 200 : 503)
      .send(failing.length === 0 ? { status: 'ready' } : { status: 'not-ready', failing })
  })
}

async function failingChecks(
  ports: HealthPorts,
  ours: readonly Applied[],
): Promise<readonly Readiness[]> {
  const checks: Record<Readiness, Promise<boolean>> = {
    database: callFunction(ports.pool, 'select 1').then(() => true),
    migrations: hasOurMigrations(ports.pool, ours),
    clock: ports.clock.real().then(() => true),
    worker: Promise.resolve(ports.workerSilentMs() < WORKER_PATIENCE_MS),
    disk: statfs(ports.dataDir).then(({ bavail, bsize }) => bavail * bsize >= LEAST_FREE_BYTES),
  }
  const holds = await Promise.all(
    READINESS.map(async (name) => (await inTime(checks[name], PATIENCE_MS)) === true),
  )
  return READINESS.filter((_, at) => holds[at] !== true)
}

type Applied = { readonly name: string; readonly checksum: string }

/** A database another node has upgraded meanwhile is not ours to write to. */
async function hasOurMigrations(pool: Pool, ours: readonly Applied[]): Promise<boolean> {
  const rows = await callFunction<Applied>(pool, 'select * from applied_migrations()')
  return (
    rows.length === ours.length &&
    rows.every(
      ({ name, checksum }, at) => name === ours[at]?.name && checksum === ours[at].checksum,
    )
  )
}

function freshly<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: { readonly at: number; readonly answer: Promise<T> } | undefined
  return () => {
    if (asked === undefined || performance.now() - asked.at > FRESH_MS)
      asked = { at: performance.now(), answer: ask() }
    return asked.answer
  }
}
