import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepLastBackup } from '../last-backup.ts'
import { checkClock } from './check-database.ts'
import { checkBackupAge } from './check-keeping.ts'
import { checkNode } from './check-machine.ts'
import { checkPort } from './check-port.ts'
import { wordVerdict } from './verdict.ts'

test('a verdict says how bad it is, what was found and what to do', () => {
  expect(wordVerdict(checkNode('24.1.0'))).toMatch(/^坏.*24\.1\.0.* → 用 npm/)
  expect(checkNode('26.10.0').level).toBe('好')
})

test('a clock that is off is worth a look, whichever way', () => {
  expect([1_900, 2_100, -2_100].map((ms) => checkClock(ms).level)).toEqual(['好', '注意', '注意'])
})

test('a backup of yesterday is fine, of the day before worth a look, of last week bad; a demo needs none', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-verdicts-'))
  try {
    const at = Temporal.Instant.from('2026-03-02T00:00:00Z')
    const level = (kind: 'real' | 'demo', hours: number) =>
      checkBackupAge(dataDir, kind, at.add({ hours }).epochMilliseconds).level
    expect([level('real', 0), level('demo', 0)]).toEqual(['注意', '好'])
    keepLastBackup(dataDir, 'real', { at: at.toString(), folder: '/backups/one' })
    expect([24, 48, 200].map((hours) => level('real', hours))).toEqual(['好', '注意', '坏'])
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})

test('at its port it tells our program, one that is not ready, a stranger and nobody apart', async () => {
  let body = '<html>'
  const server = createServer((_request, response) => void response.end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const look = async () => wordVerdict(await checkPort('127.0.0.1', port))
  expect(await look()).toMatch(/^注意.*被别的程序占用/)
  body = '{"status":"ready"}'
  expect(await look()).toMatch(/^好.*一切就绪/)
  body = '{"status":"not-ready","failing":["worker"]}'
  expect(await look()).toMatch(/^坏.*worker/)
  await new Promise((resolve) => server.close(resolve))
  expect(await look()).toMatch(/^好.*空着/)
})
