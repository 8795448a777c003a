import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { LEAST_FREE_BYTES } from '../../platform/database/data-directory.ts'
import { bad, good, notice, type Verdict } from './verdict.ts'

/** Attachments and a backup before the next upgrade must fit. */
const COMFORTABLE_BYTES = 5 * 1024 ** 3
/** Each for its owner only: a password, the seal's key, the scraper's token. */
const SECRETS = ['app.password', 'postgres.password', 'seal.key', 'metrics.token']

export function checkDataDirectory(dataDir: string): readonly Verdict[] {
  const folder = statSync(dataDir, { throwIfNoEntry: false })
  if (folder === undefined)
    return [notice(`数据目录 ${dataDir} 还没有`, 'npm start 会建；放在别处用 DATA_DIR')]
  return [checkRights(dataDir, folder.mode), checkSecrets(dataDir), checkSpace(dataDir)]
}

function checkRights(dataDir: string, mode: number): Verdict {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return bad(`数据目录 ${dataDir} 不可写`, '把它交给运行一诺的用户：chown -R')
  }
  // Windows has no such bits.
  if (process.platform !== 'win32' && (mode & 0o066) !== 0)
    return bad(`数据目录 ${dataDir} 别人也能读写`, `chmod go-rw ${dataDir}`)
  return good(`数据目录 ${dataDir} 可写，别人读不到`)
}

function checkSecrets(dataDir: string): Verdict {
  const open = SECRETS.filter((name) => {
    const file = statSync(path.join(dataDir, name), { throwIfNoEntry: false })
    return process.platform !== 'win32' && file !== undefined && (file.mode & 0o077) !== 0
  })
  if (open.length === 0) return good('口令与密钥文件只有本用户可读')
  return bad(`${open.join('、')} 别人也能读`, `在 ${dataDir} 里 chmod 600 这些文件，并更换口令`)
}

function checkSpace(dataDir: string): Verdict {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const found = `数据目录所在磁盘剩 ${(free / 1024 ** 3).toFixed(1)} GB`
  if (free < LEAST_FREE_BYTES) return bad(found, '马上清理磁盘：程序已不能启动')
  if (free < COMFORTABLE_BYTES)
    return notice(found, '清理磁盘，或把 DATA_DIR、BACKUP_DIR 移到大的磁盘')
  return good(found)
}
