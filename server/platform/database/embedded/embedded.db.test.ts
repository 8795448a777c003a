import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  lstatSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { asAdmin } from '../admin-connection.ts'
import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './start-embedded.ts'
import { isServerOf } from './postmaster-file.ts'

const PROGRAM = fileURLToPath(new URL('../../../testing/embedded-program.ts', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'yinuo-embedded-'))
// As a service's: root's database user gets through.
chmodSync(base, 0o755)
const dataDir = join(base, 'data')
const started: EmbeddedDatabase[] = []
const programs: { kill(): void }[] = []

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, ...options })
  started.push(database)
  return database
}

/** The program in a process of its own, ready; `ended` gives its exit code and what it said. */
async function startProgram(folder = dataDir) {
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  programs.push({ kill: () => child.kill('SIGKILL') })
  let output = ''
  let complaint = ''
  child.stderr.on('data', (chunk) => (complaint += chunk))
  const ended = new Promise<{ code: number | null; complaint: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, complaint })),
  )
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.includes('\n')) resolve()
    })
    void ended.then(() => resolve())
  })
  const ready = output ? (JSON.parse(output) as { pid: number; adminUrl: string }) : undefined
  return { child, ended, ready }
}

function ready(program: Awaited<ReturnType<typeof startProgram>>): {
  pid: number
  adminUrl: string
} {
  if (program.ready === undefined) throw new Error('the program did not start')
  return program.ready
}

async function ask<T>(adminUrl: string, sql: string): Promise<T> {
  return await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ answer: T }>(sql)
    return rows[0]?.answer as T
  })
}

async function until(condition: () => boolean | Promise<boolean>, limitMs = 15_000): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${limitMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const cluster = () => realpathSync(join(dataDir, 'postgres'))

afterEach(async () => {
  for (const program of programs.splice(0)) program.kill()
  for (const database of started.splice(0)) await database.stop()
})
afterAll(async () => {
  // A failed test may have left a server without its program.
  await (await start()).stop()
  rmSync(base, { recursive: true, force: true })
})

describe('embedded PostgreSQL (architecture §1)', () => {
  test('its log says what went wrong and nothing of the row it happened to (row 32 of reliability.md)', async () => {
    const { adminUrl } = await start()
    await asAdmin(adminUrl, async (client) => {
      await client.query(
        'create temporary table customer (phone text unique check (length(phone) = 11))',
      )
      await client.query('insert into customer values ($1)', ['13912345678'])
      await expect(
        client.query('insert into customer values ($1)', ['13912345678']),
      ).rejects.toThrow()
      await expect(client.query(`insert into customer values ('139123')`)).rejects.toThrow()
    })
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('violates check constraint')
    expect(log).not.toContain('139123')
  })

  test('starts durably, in code point order, by socket and password only', async () => {
    const { adminUrl } = await start()
    expect(await ask(adminUrl, `select current_setting('fsync') as answer`)).toBe('on')
    expect(await ask(adminUrl, `select current_setting('full_page_writes') as answer`)).toBe('on')
    expect(await ask(adminUrl, `select current_setting('listen_addresses') as answer`)).toBe('')
    expect(
      await ask(
        adminUrl,
        `select datlocprovider::text || datlocale as answer from pg_database where datname = 'postgres'`,
      ),
    ).toBe('bC.UTF-8')
    expect(lstatSync(join(dataDir, 'postgres')).isSymbolicLink()).toBe(false)
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
    const withoutPassword = new URL(adminUrl)
    withoutPassword.password = 'guessed'
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
  })

  test('goes on with the server that a killed program left behind', async () => {
    const program = await startProgram()
    const { pid, adminUrl } = ready(program)
    await ask(adminUrl, 'create table kept_by_adoption as select 7 as answer')
    program.child.kill('SIGKILL')
    await program.ended
    const database = await start()
    expect(database.adopted).toBe(true)
    expect(database.pid).toBe(pid)
    expect(await ask(database.adminUrl, 'select answer from kept_by_adoption')).toBe(7)
    await database.stop()
    expect(isServerOf(cluster(), pid)).toBe(false)
  })

  test.each([
    ['of its own', false],
    ['it adopted', true],
  ])(
    'starts a killed server %s again within 15 s, with everything committed',
    async (_whose, adopted) => {
      if (adopted) {
        const program = await startProgram()
        program.child.kill('SIGKILL')
        await program.ended
      }
      const notices: string[] = []
      const database = await start({ onNotice: (line) => notices.push(line) })
      const { adminUrl, pid } = database
      await ask(adminUrl, `create table kept_${adopted} as select 9 as answer`)
      // A session in the middle of its work outlives its server and holds the shared memory.
      const busy = ask(adminUrl, 'select pg_sleep(60)').catch((error: Error) => error)
      process.kill(pid, 'SIGKILL')
      await until(() => database.pid !== pid && notices.some((line) => line.includes('is back')))
      expect(await ask(adminUrl, `select answer from kept_${adopted}`)).toBe(9)
      expect(await busy).toBeInstanceOf(Error)
    },
  )

  test.each([
    ['a process that has nothing to do with it', process.pid],
    ['nobody', 2 ** 31 - 2],
  ])('takes no offence at a postmaster.pid that names %s', async (_whose, pid) => {
    await (await start()).stop()
    writeFileSync(join(cluster(), '.s.PGSQL.5432.lock'), `${pid}\n`)
    const lines = [pid, cluster(), 1, 5432, cluster(), '', '  1 1', 'ready   ', '']
    writeFileSync(join(cluster(), 'postmaster.pid'), lines.join('\n'))
    const database = await start()
    expect(database.adopted).toBe(false)
    expect(decodeURIComponent(database.adminUrl)).toContain(cluster())
    expect(await ask(database.adminUrl, 'select 1 as answer')).toBe(1)
  })

  test('does not mind who uses PostgreSQL’s port, by socket and on loopback', async () => {
    const other = createServer()
    // Someone else may have it already: just as well.
    await new Promise<void>((resolve) => {
      other.once('error', () => resolve())
      other.listen(5432, '127.0.0.1', () => resolve())
    })
    try {
      const bySocket = await start()
      expect(await ask(bySocket.adminUrl, 'select 1 as answer')).toBe(1)
      await bySocket.stop()
      const byLoopback = await start({ transport: 'loopback' })
      expect(await ask(byLoopback.adminUrl, `select host(inet_server_addr()) as answer`)).toBe(
        '127.0.0.1',
      )
    } finally {
      other.close()
    }
  })

  test('refuses a second program on the same data directory in one line', async () => {
    await start()
    const second = await startProgram()
    const { code, complaint } = await second.ended
    expect(code).toBe(1)
    expect(complaint).toContain(`正被另一个一诺程序使用（进程 ${process.pid}）`)
    expect(complaint.trim().split('\n')).toHaveLength(1)
  })

  test.each([
    ['SIGTERM', 0, (child: ReturnType<typeof spawn>) => child.kill('SIGTERM')],
    ['process.exit', 3, (child: ReturnType<typeof spawn>) => child.stdin?.write('exit\n')],
  ])('stops with its program on %s', async (_how, exitCode, end) => {
    const program = await startProgram()
    end(program.child)
    expect((await program.ended).code).toBe(exitCode)
    await until(() => !isServerOf(cluster(), ready(program).pid))
    await until(() => !existsSync(join(cluster(), 'postmaster.pid')))
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(
      /database system is shut down\n$/,
    )
  })

  test('runs under a home that others cannot enter, and with a path too long for a socket', async () => {
    const home = join(base, 'home-of-root')
    mkdirSync(home, { mode: 0o700 })
    const long = join(home, '数据'.repeat(20), 'data')
    const database = await start({ dataDir: long })
    expect(await ask(database.adminUrl, 'select 1 as answer')).toBe(1)
    await database.stop()
    const again = await start({ dataDir: long })
    expect(await ask(again.adminUrl, 'select 1 as answer')).toBe(1)
    await again.stop()
    rmSync(realpathSync(join(long, 'postgres')), { recursive: true })
  })

  test('refuses the database of another PostgreSQL version and one that lost its password', async () => {
    await (await start()).stop()
    const version = join(cluster(), 'PG_VERSION')
    writeFileSync(version, '17\n')
    await expect(start()).rejects.toThrow(/属于 PostgreSQL 17/)
    writeFileSync(version, '18\n')
    const password = join(dataDir, 'postgres.password')
    const kept = readFileSync(password)
    rmSync(password)
    await expect(start()).rejects.toThrow(/不完整/)
    writeFileSync(password, kept, { mode: 0o600 })
    await start()
  })
})
