import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lint } from './lint-step.ts'
import { REPOSITORY } from './rooms.ts'

const ASYNC = 'declare function save(): Promise<void>\n'

/** For every rule that we rely on: where a line is planted, and which rule must report it. */
const PROBES: readonly { rule: string; file: string; code: string }[] = [
  ...[
    'export const now = Date.now()',
    'export const now = new Date()',
    'export const now = performance.now()',
    'export const id = crypto.randomUUID()',
    "console.log('done')",
    'setTimeout(() => {}, 1)',
    'setInterval(() => {}, 1)',
    'export const port = process.env',
    'export const clock = globalThis',
  ].map((code) => ({ rule: 'no-restricted-globals', file: 'domain', code })),
  ...['export const now = Temporal.Now.instant()', 'export const draw = Math.random()'].map(
    (code) => ({ rule: 'no-restricted-properties', file: 'domain', code }),
  ),
  { rule: 'no-floating-promises', file: 'server', code: `${ASYNC}save()` },
  {
    rule: 'no-misused-promises',
    file: 'server',
    code: `${ASYNC};[1].forEach(async () => { await save() })`,
  },
  { rule: 'await-thenable', file: 'server', code: 'export const one = await 1' },
  { rule: 'no-explicit-any', file: 'server', code: 'export const one: any = 1' },
  {
    rule: 'no-unsafe-member-access',
    file: 'server',
    code: "export const id: unknown = JSON.parse('{}').id",
  },
  { rule: 'no-namespace', file: 'server', code: 'export namespace Case { export const a = 1 }' },
  {
    rule: 'parameter-properties',
    file: 'server',
    code: 'export class Case { constructor(readonly id: string) {} }',
  },
  { rule: 'no-non-null-assertion', file: 'server', code: 'export const a = [1][0]!' },
  { rule: 'no-console', file: 'server/platform', code: "console.log('done')" },
  {
    rule: 'switch-exhaustiveness-check',
    file: 'server',
    code: "export function f(a: 'x' | 'y') { switch (a) { case 'x': return 1 } return 2 }",
  },
  { rule: 'no-default-export', file: 'server', code: 'export default 1' },
]

test('the linter reports every planted violation by its rule, and nothing in a clean file', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'yinuo-lint-'))
  try {
    const extend = path.join(REPOSITORY, 'tsconfig.base.json')
    writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      path.join(root, 'tsconfig.json'),
      JSON.stringify({ extends: extend, include: ['**/*.ts'] }),
    )
    const planted = PROBES.map((probe, index) => {
      const file = `${probe.file}/probe-${index}.ts`
      mkdirSync(path.join(root, probe.file), { recursive: true })
      writeFileSync(path.join(root, file), `${probe.code}\n`)
      return { ...probe, file }
    })
    writeFileSync(path.join(root, 'domain/clean.ts'), 'export const one = (now: number) => now\n')

    // The folders named in the configuration are seen from where it lies, so it must lie here.
    const config = path.join(root, '.oxlintrc.json')
    copyFileSync(path.join(REPOSITORY, '.oxlintrc.json'), config)
    const report = await lint(root, config)

    const silent = planted.filter(
      ({ file, rule }) =>
        !report.diagnostics.some((d) => d.filename === file && d.code?.includes(`(${rule})`)),
    )
    expect(silent).toEqual([])
    expect(report.diagnostics.filter((d) => d.filename === 'domain/clean.ts')).toEqual([])
    expect(report.number_of_files).toBe(PROBES.length + 1)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
