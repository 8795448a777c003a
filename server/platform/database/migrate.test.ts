import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Migration, pendingAfter, readMigrations } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'yinuo-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

const migration = (name: string, checksum = name): Migration => ({ name, checksum, sql: '' })

describe('migrations go forward only', () => {
  test('what is not applied yet is pending, in order', () => {
    const files = [migration('0001_a'), migration('0002_b'), migration('0003_c')]
    expect(pendingAfter([migration('0001_a')], files)).toEqual(files.slice(1))
    expect(pendingAfter(files, files)).toEqual([])
  })

  test('a file changed after it ran is refused, also when it is not the last', () => {
    const files = [migration('0001_a', 'new'), migration('0002_b')]
    expect(() => pendingAfter([migration('0001_a', 'old'), migration('0002_b')], files)).toThrow(
      /0001_a 在执行之后被改过/,
    )
  })

  test('a database newer than the program is refused', () => {
    expect(() =>
      pendingAfter([migration('0001_a'), migration('0002_b')], [migration('0001_a')]),
    ).toThrow(/数据库比程序新/)
  })

  test('files are numbered without gap or repetition; line ends do not change a checksum', () => {
    writeFileSync(join(folder, '0001_first.sql'), 'select 1;\nselect 2;\n')
    const [unix] = readMigrations(folder)
    writeFileSync(join(folder, '0001_first.sql'), 'select 1;\r\nselect 2;\r\n')
    expect(readMigrations(folder)[0]?.checksum).toBe(unix?.checksum)
    writeFileSync(join(folder, '0003_third.sql'), '')
    expect(() => readMigrations(folder)).toThrow('expected 0002_name.sql, found 0003_third.sql')
  })
})
