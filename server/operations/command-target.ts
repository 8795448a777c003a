import { readFileSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../platform/database/index.ts'
import type { BackupKind } from './backup-manifest.ts'

export const REPOSITORY = path.join(import.meta.dirname, '../..')

/** The database that `npm start` with the same environment and the same `--setup` would open. */
export type CommandTarget = {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly appPassword: string | undefined
  readonly kind: BackupKind
  readonly databaseName: 'yinuo' | 'yinuo_demo'
}

export function commandTarget(argv: readonly string[] = process.argv): CommandTarget {
  const databaseUrl = process.env['DATABASE_URL']
  const isReal = databaseUrl !== undefined || argv.includes('--setup')
  return {
    dataDir: path.resolve(process.env['DATA_DIR'] ?? path.join(REPOSITORY, 'data')),
    databaseUrl,
    appPassword: process.env['YINUO_APP_PASSWORD'],
    kind: isReal ? 'real' : 'demo',
    databaseName: isReal ? 'yinuo' : 'yinuo_demo',
  }
}

/** Where backups go unless somebody says otherwise: BACKUP_DIR, best on another disk. */
export function backupFolder(dataDir: string): string {
  return path.resolve(process.env['BACKUP_DIR'] ?? path.join(dataDir, 'backups'))
}

export function programVersion(): string {
  const text = readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Runs a command of the terminal and ends the process: its exit code, or 1 and one line for what the operator can mend. */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    (code) => process.exit(code),
    (error: unknown) => {
      const failure = asFailure(error)
      process.stderr.write(
        `${failure instanceof StartFailure ? failure.message : (failure as Error).stack}\n`,
      )
      process.exit(1)
    },
  )
}

const NO_SUCH_DATABASE = '3D000'

/** A database that does not exist is something the operator can mend. */
export function asFailure(error: unknown): unknown {
  if ((error as { code?: string }).code !== NO_SUCH_DATABASE) return error
  return new StartFailure(
    '这个库还没有建（演示库由 npm start 建，正式库由 npm start -- --setup 建）。',
    'This database has not been made yet (npm start makes the demo, npm start -- --setup the real one).',
  )
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
