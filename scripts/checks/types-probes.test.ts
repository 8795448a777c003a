import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY } from './rooms.ts'
import { checkTypes } from './types-step.ts'

/** Compiles one file under the configuration of what a room ships, as if it lay in that room. */
async function compileAsIn(room: string, code: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'yinuo-types-'))
  try {
    const config = path.join(folder, 'tsconfig.json')
    const base = path.join(REPOSITORY, room, 'tsconfig.source.json')
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(config, JSON.stringify({ extends: base, include: ['*.ts'], exclude: [] }))
    writeFileSync(path.join(folder, 'probe.ts'), `${code}\n`)
    return await checkTypes(config)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.each([
  ['process', 'export const port = process.env'],
  ['fetch', "export const page = fetch('/')"],
  ['document', 'export const page = document.title'],
  ['setTimeout', 'setTimeout(() => {}, 1)'],
])('the compiler does not know %s in the domain', async (name, code) => {
  const { errors, read } = await compileAsIn('domain', code)
  expect(errors.join('\n')).toContain(`'${name}'`)
  expect(read).toHaveLength(1)
})

test('the compiler knows Temporal in the domain', async () => {
  const code = 'export const later = (now: Temporal.Instant) => now.add({ minutes: 30 })'
  expect((await compileAsIn('domain', code)).errors).toEqual([])
})

test('the compiler does not know process in a page', async () => {
  const { errors } = await compileAsIn('web/shared', 'export const port = process.env')
  expect(errors.join('\n')).toContain("'process'")
})

test.each([
  ['an enum', 'export enum Grade { A }'],
  ['a parameter property', 'export class Case { constructor(readonly id: string) {} }'],
  ['a namespace with code', 'export namespace Case { export const a = 1 }'],
])('the compiler refuses %s, which Node cannot run as it stands', async (_, code) => {
  expect((await compileAsIn('domain', code)).errors.join('\n')).toContain('erasableSyntaxOnly')
})

test('the compiler is TypeScript 7, not the version 6 that the tools need', async () => {
  const { errors } = await compileAsIn('domain', 'export const one: string = 1')
  expect(errors).toHaveLength(1)
  const native = await import('@typescript/native/package.json', { with: { type: 'json' } })
  expect(native.default.version).toMatch(/^7\./)
})
