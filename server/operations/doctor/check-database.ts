import type { Pool } from 'pg'
import { APP_ROLE, callFunction } from '../../platform/database/index.ts'
import { SEARCH_ROLE } from '../../platform/database/ensure-roles.ts'
import { MIGRATIONS_FOLDER, readMigrations } from '../../platform/database/migrate.ts'
import { bad, good, notice, type Verdict } from './verdict.ts'

/** `append` refuses what is five seconds off; well before that somebody should set the clock. */
const NOTABLE_MS = 2_000

type Facts = {
  readonly server: string
  readonly number: number
  readonly fsync: string
  readonly pages: string
  readonly shanghai: boolean
  readonly now_ms: number
  readonly unsafe: string[]
  readonly unforced: string[]
}

/** As yinuo_app, whose sight of the catalogue is enough. */
export async function checkDatabase(pool: Pool): Promise<readonly Verdict[]> {
  const before = Date.now()
  const [facts] = await callFunction<Facts>(pool, FACTS, [[APP_ROLE, SEARCH_ROLE]])
  if (facts === undefined) return [bad('数据库没有回答', '看 postgres.log')]
  return [
    facts.number >= 150_000
      ? good(`PostgreSQL ${facts.server}`)
      : bad(`PostgreSQL ${facts.server}，需要 15 以上`, '升级数据库'),
    facts.fsync === 'on' && facts.pages === 'on'
      ? good('数据落盘（fsync、full_page_writes 都开着）')
      : bad('数据库没有开 fsync 或 full_page_writes，断电会丢数据', '在 postgresql.conf 里打开'),
    facts.unsafe.length === 0
      ? good('数据库角色不能绕过行级安全')
      : bad(
          `角色 ${facts.unsafe.join('、')} 能绕过行级安全`,
          'alter role … nosuperuser nobypassrls nocreaterole',
        ),
    facts.unforced.length === 0
      ? good('每张表都强制行级安全')
      : bad(
          `没有强制行级安全：${facts.unforced.join('、')}`,
          'alter table … force row level security',
        ),
    facts.shanghai ? good('数据库有时区数据') : bad('数据库没有 Asia/Shanghai 时区', '装上 tzdata'),
    checkClock(facts.now_ms - (before + Date.now()) / 2),
    await checkMigrations(pool),
  ]
}

export function checkClock(differenceMs: number): Verdict {
  const found = `程序与数据库的时钟相差 ${(Math.abs(differenceMs) / 1000).toFixed(1)} 秒`
  if (Math.abs(differenceMs) < NOTABLE_MS) return good(found)
  return notice(found, '一切按数据库的时钟判断，不会误判；但请用 NTP 校准两台机器')
}

async function checkMigrations(pool: Pool): Promise<Verdict> {
  const applied = await callFunction<{ name: string; checksum: string }>(
    pool,
    'select * from applied_migrations()',
  )
  const ours = readMigrations(MIGRATIONS_FOLDER)
  const changed = applied.filter(({ name, checksum }, at) => {
    const file = ours[at]
    return file?.name !== name || file.checksum !== checksum
  })
  if (changed.length > 0)
    return bad(
      `数据库与程序不配（${changed.map(({ name }) => name).join('、')}）`,
      '用更新的程序版本',
    )
  const pending = ours.length - applied.length
  if (pending > 0) return notice(`数据库旧 ${pending} 个版本`, 'npm start 会先备份再升级')
  return good(`数据库版本与程序一致（${ours.at(-1)?.name}）`)
}

const FACTS = `select current_setting('server_version') as server, current_setting('server_version_num')::int as number,
  current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
  exists (select from pg_timezone_names where name = 'Asia/Shanghai') as shanghai,
  extract(epoch from clock_timestamp())::float8 * 1000 as now_ms,
  array(select rolname::text from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole)) as unsafe,
  array(select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and relname <> 'yinuo_migration' and not (relrowsecurity and relforcerowsecurity)) as unforced`
