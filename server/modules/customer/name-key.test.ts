import { expect, test } from 'vitest'
import { nameGrams, nameKey } from './name-key.ts'

test('a name is found however it is typed: traditional, full-width, capitals, spaces (CMP-10)', () => {
  expect(nameKey('潤滑油　ＡＢＣ 貿易')).toBe('润滑油abc贸易')
  expect(nameKey('常州汇通 Auto')).toBe(nameKey('常州匯通AUTO'))
  expect(nameKey('👍好')).toBe('👍好')
})

test('a part of a name has a part of its key, also where a phrase would be written otherwise', () => {
  for (const name of ['乾隆酒店', '頭髮護理', '發動機', '皇后公園'])
    for (const character of name) expect(nameKey(name)).toContain(nameKey(character))
})

test('pairs of characters, each once; a single character has none', () => {
  expect(nameGrams('润滑油润滑')).toEqual(['润滑', '滑油', '油润'])
  expect(nameGrams('油')).toEqual([])
  expect(nameGrams('a👍b')).toEqual(['a👍', '👍b'])
})
