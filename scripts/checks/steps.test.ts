import { describe, expect, test } from 'vitest'
import { lengthFault, nameFaults } from './file-names.ts'
import { runSteps } from './run-steps.ts'
import type { Step } from './run-steps.ts'
import { judgeTests } from './run-tests.ts'

describe('file names', () => {
  test.each([
    'server/modules/complaint/register-complaint.ts',
    'server/modules/complaint/store.db.test.ts',
    'domain/erase-personal-data.ts',
    'domain/site-manager.ts',
    'web/shared/locales/zh-CN.ts',
    'server/README.zh-CN.md',
    'server/migrations/0001_roles_and_tenancy.sql',
    'playbooks/files/LUB.yaml',
  ])('%s is a good name', (file) => expect(nameFaults(file)).toEqual([]))

  test.each([
    'domain/dateUtils.ts',
    'domain/date-utils.ts',
    'server/helpers/pool.ts',
    'server/common/pool.ts',
    'domain/manager.ts',
    'domain/misc.ts',
    'domain/data.ts',
    'domain/info.test.ts',
    'web/desk/CasePage.tsx',
    'web/desk/case_page.tsx',
  ])('%s is refused with a remedy', (file) => {
    expect(nameFaults(file).join()).toMatch(/Name it|Rename it/)
  })
})

test('a file past 400 lines, or a test past 600, has two subjects', () => {
  expect(lengthFault('domain/clock.ts', 400)).toBeUndefined()
  expect(lengthFault('domain/clock.ts', 401)).toContain('limit 400')
  expect(lengthFault('domain/clock.test.ts', 600)).toBeUndefined()
  expect(lengthFault('domain/clock.test.ts', 601)).toContain('limit 600')
})

describe('a run of tests is green only when', () => {
  const counts = { files: 2, passed: 5, failed: 0, skipped: 0 }
  test('all passed', () => expect(judgeTests(0, counts, '').ok).toBe(true))
  test('a file was found', () => {
    expect(judgeTests(0, { ...counts, files: 0, passed: 0 }, '').output).toContain('No test ran')
  })
  test('a test ran', () => expect(judgeTests(0, { ...counts, passed: 0 }, '').ok).toBe(false))
  test('none was skipped', () => {
    expect(judgeTests(0, { ...counts, skipped: 1 }, '').ok).toBe(false)
  })
  test('the runner agrees', () => expect(judgeTests(1, counts, '').ok).toBe(false))
})

describe('steps', () => {
  const step = (name: string, run: Step['run']): Step => ({ name, run })

  test('one that throws has failed and shows why, the others still run', async () => {
    const lines: string[] = []
    const reports = await runSteps(
      [
        step('broken', () => Promise.reject(new Error('no compiler'))),
        step('fine', async () => ({ ok: true, looked: '3 files', output: 'noise' })),
      ],
      2,
      (line) => lines.push(line),
    )
    expect(reports.map((report) => [report.name, report.ok])).toEqual([
      ['broken', false],
      ['fine', true],
    ])
    expect(lines.join('\n')).toContain('no compiler')
    expect(lines.join('\n')).not.toContain('noise')
  })

  test('never more than two run at once', async () => {
    let now = 0
    let most = 0
    const busy = async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setImmediate(resolve))
      now--
      return { ok: true, looked: '', output: '' }
    }
    const names = ['a', 'b', 'c', 'd', 'e']
    await runSteps(
      names.map((name) => step(name, busy)),
      2,
      () => {},
    )
    expect(most).toBe(2)
  })
})
