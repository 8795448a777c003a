import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { StartFailure } from '../start-failure.ts'

/** The system user PostgreSQL runs as; undefined ids mean "as ourselves". */
export interface DatabaseAccount {
  readonly name: string
  readonly ids: { readonly uid: number; readonly gid: number } | undefined
}

/** In this order: a distribution's own, else the one every system has. initdb needs a name, so a bare number won't do. */
const UNPRIVILEGED = ['postgres', 'nobody', 'daemon']

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged user: the owner of an existing cluster, else the
 * first of `UNPRIVILEGED`. Anyone else runs it as himself.
 */
export function databaseAccount(clusterDir: string, passwdFile = '/etc/passwd'): DatabaseAccount {
  if (process.getuid?.() !== 0) return { name: 'self', ids: undefined }
  const users = readUsers(passwdFile)
  const owner = statSync(clusterDir, { throwIfNoEntry: false })?.uid
  const chosen =
    users.find((user) => owner !== undefined && owner !== 0 && user.ids.uid === owner) ??
    UNPRIVILEGED.map((name) => users.find((user) => user.name === name)).find(Boolean)
  if (chosen !== undefined) return chosen
  throw new StartFailure(
    `以 root 运行时数据库需要一个普通系统用户，但没有 ${UNPRIVILEGED.join('、')}，请新建一个 postgres 用户，或换普通用户启动，或设置 DATABASE_URL。`,
    `Run as root, the database needs an unprivileged system user, and there is no ${UNPRIVILEGED.join(', ')}. Add a user "postgres", start as a normal user, or set DATABASE_URL.`,
  )
}

/** Whether that user can pass through every directory above `path` and into it (access lists included). */
export function canEnter(account: DatabaseAccount, path: string): boolean {
  if (account.ids === undefined) return true
  const probe = ['-c', 'cd "$1"', 'sh', path]
  return spawnSync('/bin/sh', probe, { ...account.ids, cwd: '/', stdio: 'ignore' }).status === 0
}

function readUsers(
  passwdFile: string,
): (DatabaseAccount & { ids: { uid: number; gid: number } })[] {
  return readFileSync(passwdFile, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && Number(fields[2]) > 0)
    .map(([name, , uid, gid]) => ({
      name: String(name),
      ids: { uid: Number(uid), gid: Number(gid) },
    }))
}
