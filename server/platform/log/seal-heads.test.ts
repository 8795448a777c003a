import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetSealHeads, keepSealHead, readSealHeads, sealHeadsPath } from './seal-heads.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yinuo-heads-'))
  path = sealHeadsPath(join(folder, 'seal.key'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const head = (number: number) => ({ number, mac: 'ab'.repeat(32) })

test('a demo made anew forgets the demo before it and nothing of a real organisation (SYS-02, SYS-05)', () => {
  keepSealHead(path, 'yinuo', 'real', head(7))
  keepSealHead(path, 'yinuo_demo', 'old-demo', head(3))
  forgetSealHeads(path, 'yinuo_demo')
  expect([...readSealHeads(path, 'yinuo_demo')]).toEqual([])
  expect([...readSealHeads(path, 'yinuo')]).toEqual([['real', head(7)]])
  keepSealHead(path, 'yinuo_demo', 'new-demo', head(1))
  expect([...readSealHeads(path, 'yinuo_demo')]).toEqual([['new-demo', head(1)]])
})

test('where nothing was kept yet there is nothing to forget, and no file is made', () => {
  forgetSealHeads(path, 'yinuo_demo')
  expect(readdirSync(folder)).toEqual([])
})
