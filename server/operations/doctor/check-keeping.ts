import type { Pool } from 'pg'
import { readOrg } from '../../platform/database/index.ts'
import { readSealHeads, sealHeadsPath } from '../../platform/log/seal-heads.ts'
import { readSealKey, sealKeyPath } from '../../platform/log/seal-key.ts'
import { databaseName, readLastSeal, sealedOrganisations } from '../../platform/log/seal-store.ts'
import type { BackupKind } from '../backup-manifest.ts'
import { lastBackupOf } from '../last-backup.ts'
import { bad, good, notice, type Verdict } from './verdict.ts'

/** Whether what happened can still be proved, at a glance; `npm run verify-log` reads all of it. */
export async function checkSeals(pool: Pool, dataDir: string): Promise<Verdict> {
  const keyPath = sealKeyPath(dataDir)
  const heads = readSealHeads(sealHeadsPath(keyPath), await databaseName(pool))
  const organisations = await sealedOrganisations(pool)
  let newest = 0
  for (const orgId of organisations) {
    const last = await readOrg(pool, orgId, (_db, query) => readLastSeal(query, orgId))
    const known = heads.get(orgId)
    newest = Math.max(newest, last?.number ?? 0)
    const isCut = known !== undefined && (last === null || last.number < known.number)
    const isOther = known?.number === last?.number && known?.mac !== last?.mac.toString('hex')
    if (isCut || isOther)
      return bad(
        '库里的封印与库外记着的不符：记录可能被截掉或改写',
        'npm run verify-log 查清是哪里',
      )
  }
  if (newest === 0) return good('还没有封印（程序运行后每小时一次）')
  if (readSealKey(keyPath) === null)
    return bad(`封印密钥 ${keyPath} 不见了`, '从备份或保管处取回，或用 SEAL_KEY_FILE 指定')
  return good(`记录的封印完好（快查；全查用 npm run verify-log）`)
}

const DAY_HOURS = 24
const WEEK_HOURS = 7 * DAY_HOURS

export function checkBackupAge(dataDir: string, kind: BackupKind, nowMs: number): Verdict {
  const last = lastBackupOf(dataDir, kind)
  const remedy = 'npm run backup -- --to 另一块磁盘，并让它定时跑（docs/operations.md）'
  if (last === null)
    return kind === 'demo' ? good('演示库没有备份，也不需要') : notice('还没有备份过', remedy)
  const hours = (nowMs - Temporal.Instant.from(last.at).epochMilliseconds) / 3_600_000
  const found = `上次备份在 ${Math.floor(hours)} 小时前：${last.folder}`
  if (kind === 'demo' || hours < DAY_HOURS + 2) return good(found)
  return hours < WEEK_HOURS ? notice(found, remedy) : bad(found, remedy)
}
