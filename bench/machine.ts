import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'
import { spawnSync } from 'node:child_process'
import type { Client } from 'pg'

/** What the figures depend on beside the code. */
export async function machineFacts(admin: Client, dataDir: string) {
  const settings = await admin.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
     where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size', 'wal_sync_method')`,
  )
  return {
    at: new Date().toISOString(),
    commit: output('git', ['rev-parse', '--short', 'HEAD']),
    changedFiles: output('git', ['status', '--porcelain', '--untracked-files=no'])
      .split('\n')
      .filter((line) => line !== '').length,
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    system: `${process.platform} ${process.arch} ${release()}`,
    fileSystem: fileSystemOf(dataDir),
    node: process.version,
    loadAverageBefore: loadavg(),
    postgres: Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])),
  }
}

export type MachineFacts = Awaited<ReturnType<typeof machineFacts>>

function output(program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, { cwd: import.meta.dirname, encoding: 'utf8' })
  return done.status === 0 ? done.stdout.trim() : ''
}

/** A commit on tmpfs costs nothing, so whoever reads the figures must know. */
function fileSystemOf(folder: string): string {
  if (process.platform !== 'linux') return ''
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, place = '']) => `${folder}/`.startsWith(place === '/' ? '/' : `${place}/`))
    .sort(([, a = ''], [, b = '']) => b.length - a.length)
  return mounts[0]?.[2] ?? ''
}
