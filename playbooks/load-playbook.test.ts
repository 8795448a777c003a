import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadPlaybook } from './load-playbook.ts'
import { formatProblems, type PlaybookProblem } from './playbook-problem.ts'
import { GRAMMAR_SLIPS } from './slips/grammar-slips.ts'
import { SHAPE_SLIPS } from './slips/shape-slips.ts'

const LUB = readFileSync(new URL('files/LUB.yaml', import.meta.url), 'utf8')

function problemsOf(text: string): readonly PlaybookProblem[] {
  const result = loadPlaybook(text, 'mine.yaml')
  return result.ok ? [] : result.problems
}

const SLIPS = [...SHAPE_SLIPS, ...GRAMMAR_SLIPS]

/** Ids of the gates in the order of the file, so that a new gate moves no test. */
const GATES = [...LUB.matchAll(/^ {2}- id: ([A-Z]+-\d+)/gm)].map(([, id]) => id)

test.each(SLIPS)('the loader refuses $of, naming file, line and remedy', (slip) => {
  // The text to break stands exactly once in LUB.yaml.
  expect(LUB.split(slip.instead)).toHaveLength(2)
  const broken = LUB.replace(slip.instead, slip.by)
  const on = slip.on ?? slip.by
  const place = broken.indexOf(on)
  expect(place).toBeGreaterThan(0)
  const before = broken.slice(0, place + on.search(/\S/))
  const problems = problemsOf(broken)
  expect(problems).toContainEqual({
    file: 'mine.yaml',
    line: before.split('\n').length,
    column: expect.any(Number) as number,
    path: slip.path.replace(/(?<=^gates\.)[A-Z]+-\d+/, (id) => String(GATES.indexOf(id))),
    message: expect.stringContaining(slip.message) as string,
    remedy: expect.stringContaining(slip.remedy) as string,
  })
})

test('the loader refuses a step nobody may do, naming file, line and remedy', () => {
  const broken = LUB.replace(
    '[administer, import, edit-customers, edit-phrases]',
    '[administer, edit-customers, edit-phrases]',
  ).replace(
    'status: awaiting-approval\n    duty: approve',
    'status: awaiting-approval\n    duty: import',
  )
  expect(problemsOf(broken)).toEqual([
    {
      file: 'mine.yaml',
      line: broken.slice(0, broken.indexOf('duty: import')).split('\n').length,
      column: 11,
      path: 'steps.3.duty',
      message: '步骤“报领导批准并回复”没有人能做：没有岗位有职责 import',
      remedy: '在 posts 里给一个岗位加上 import，或换一项职责',
    },
  ])
})

const FLOOR = ['CMP-03', 'CMP-04', 'APR-02', 'AGR-01', 'EXE-05', 'FUP-01', 'NEG-17']

test.each(FLOOR)('no playbook can soften the floor gate %s', (id) => {
  const start = LUB.indexOf(`- id: ${id}`)
  for (const strength of ['should', 'advice']) {
    const broken =
      LUB.slice(0, start) + LUB.slice(start).replace('strength: must', `strength: ${strength}`)
    const line = broken.slice(0, broken.indexOf('strength: ', start)).split('\n').length
    expect(problemsOf(broken)).toMatchObject([
      { line, message: `关口 ${id} 是底线，不能放宽成 ${strength}`, remedy: '改回 strength: must' },
    ])
  }
})

test('tenancy and permission (SYS-15) cannot become advice either', () => {
  const broken = LUB.replace('- id: CMP-07', '- id: SYS-15')
  expect(problemsOf(broken)).toMatchObject([{ message: '关口 SYS-15 是底线，不能放宽成 should' }])
})

test('every problem is told at once, in the order of the file', () => {
  const broken = LUB.replace('short-label: 润滑油厂', 'short-label: 润滑油厂\nmotto: 客户为根')
    .replace('sight: tasks', 'sight: all')
    .replace('warn-before: 1 天', 'warn-before: 1')
  expect(problemsOf(broken).map(({ path }) => path)).toEqual([
    'motto',
    'posts.warehouse.sight',
    'clocks.signature.warn-before',
  ])
})

test('anchors and aliases are refused where they stand, a bomb of them too', () => {
  const broken = LUB.replace('version: 1\n', 'version: &one 1\n').replace(
    'level: 10',
    'level: *one',
  )
  const line = broken.slice(0, broken.indexOf('*one')).split('\n').length
  expect(problemsOf(broken)).toMatchObject([{ line, message: '手册里不能用引用 *one' }])
  const bomb = 'a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]'
  expect(problemsOf(bomb).map((problem) => problem.line)).toEqual([2, 2, 3, 3])
})

test('a problem is printed as one line a person can follow', () => {
  expect(formatProblems(problemsOf('playbook: LUB\nversion: [1\n'))).toMatch(
    /^mine\.yaml:3:1 .+。.+/,
  )
  expect(formatProblems(problemsOf(LUB.replace('version: 1\n', 'version: 一\n')))).toBe(
    'mine.yaml:10:10 version “version”应当是数字。改成数字',
  )
})

test.each([
  ['an empty file', ''],
  ['a text that is no map', '投诉'],
  ['a list', '- 1\n- 2'],
  ['half a file', LUB.slice(0, 5000)],
  ['tabs', LUB.replace('  - key: intake', '\t- key: intake')],
  ['an unknown tag', LUB.replace('version: 1', 'version: !!js/function 1')],
  ['two documents', `${LUB}\n---\n${LUB}`],
  ['a file of ten megabytes', `${LUB}\n# ${'油'.repeat(10_000_000)}`],
  ['null instead of a block', LUB.replace(/\nforms:\n[^]*?\n# ──/, '\nforms:\n# ──')],
  ['a prototype as a name', LUB.replace('company: { label', '__proto__: { label')],
])('%s is refused with a place and a remedy, never with an exception', (_, text) => {
  const problems = problemsOf(text)
  expect(problems.length).toBeGreaterThan(0)
  for (const { line, column, message, remedy } of problems) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(message).not.toBe('')
    expect(remedy).not.toBe('')
  }
})
