import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dataDirFailure, LEAST_FREE_BYTES, prepareDataDir, refuseFull } from './data-directory.ts'
import { StartFailure } from './start-failure.ts'

const base = mkdtempSync(join(tmpdir(), 'yinuo-data-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Root may write anywhere, so it steps down for a moment. */
function asSomeoneUnprivileged(run: () => void): void {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    run()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

function refusal(run: () => void): string {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(StartFailure)
    return (error as Error).message
  }
  throw new Error('not refused')
}

describe('DATA_DIR', () => {
  test('is made where it does not exist, and taken again afterwards', () => {
    const dataDir = join(base, 'new', 'data')
    prepareDataDir(dataDir)
    writeFileSync(join(dataDir, 'anything'), '')
    expect(() => prepareDataDir(dataDir)).not.toThrow()
  })

  test('is refused in one line of Chinese and English when it is not writable', () => {
    const dataDir = join(base, 'locked')
    mkdirSync(dataDir)
    chmodSync(base, 0o755)
    chmodSync(dataDir, 0o555)
    asSomeoneUnprivileged(() => {
      for (const path of [dataDir, join(dataDir, 'below')]) {
        const line = refusal(() => prepareDataDir(path))
        expect(line).toContain(`数据目录 ${path} 不可写`)
        expect(line).toContain('is not writable. Change its permissions or set DATA_DIR')
        expect(line).not.toContain('\n')
      }
    })
  })

  test('is refused when it holds somebody else’s files', () => {
    const dataDir = join(base, 'photos')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'holiday.jpg'), '')
    expect(refusal(() => prepareDataDir(dataDir))).toContain('里有别的文件（如 holiday.jpg）')
  })

  test('is refused when it is a file or lies in one', () => {
    const file = join(base, 'file')
    writeFileSync(file, '')
    expect(refusal(() => prepareDataDir(file))).toContain('不是目录')
    expect(refusal(() => prepareDataDir(join(file, 'data')))).toContain('不是目录')
  })

  test('is refused on a disk without room, before or while writing', () => {
    refuseFull(base, LEAST_FREE_BYTES)
    expect(refusal(() => refuseFull(base, LEAST_FREE_BYTES - 1))).toContain('只剩 63 MB')
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
    expect(dataDirFailure(base, full).message).toContain('磁盘已满')
  })
})
