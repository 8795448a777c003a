import { asAdmin } from '../platform/database/admin-connection.ts'
import { StartFailure } from '../platform/database/index.ts'
import { alreadyInUse } from './restore-rows.ts'

/** Refuses (StartFailure) to restore over anybody's data, ours or not. Tables of ours without rows are no data. */
export async function demandEmptyDatabase(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ ours: boolean; tables: number; founded: boolean }>(
      `select to_regclass('yinuo_migration') is not null as ours,
         to_regprocedure('organisation_count()') is not null as founded,
         (select count(*)::int from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
           and not exists (select from pg_depend where objid = c.oid and deptype = 'e')) as tables`,
    )
    const [found] = rows
    if (found === undefined || found.tables === 0) return
    if (!found.ours) throw foreign()
    if (!found.founded) return
    const counted = await client.query<{ count: string }>('select organisation_count() as count')
    if (Number(counted.rows[0]?.count) > 0) throw alreadyInUse()
  })
}

function foreign(): StartFailure {
  return new StartFailure(
    '目标数据库里有别的程序的表，请为一诺另建一个空的数据库。',
    'The target database holds tables of another program. Create an empty database for Yinuo.',
  )
}
