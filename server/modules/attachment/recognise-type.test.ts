import { expect, test } from 'vitest'
import { displayName } from './display-name.ts'
import { recogniseType } from './recognise-type.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['\xff\xd8\xff\xe1Exif <x:xmpmeta>', 'image/jpeg'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ['RIFF\x10\0\0\0WAVEfmt ', 'audio/wav'],
  ['GIF89a\x01\0', 'image/gif'],
  ['%PDF-1.7\n', 'application/pdf'],
  ['ID3\x04\0', 'audio/mpeg'],
  ['\xff\xfb\x90\x64', 'audio/mpeg'],
  ['#!AMR\n\x3c', 'audio/amr'],
  ['\0\0\0\x1cftypM4A \0\0\0\0', 'audio/mp4'],
  ['\0\0\0\x1cftypmp42\0\0\0\0hdlr\0\0\0\0\0\0\0\0soun', 'audio/mp4'],
  ['\xff\xff\xff\xff', null],
  ['', null],
])('the first bytes decide: %j (SYS-11)', (content, type) => {
  expect(recogniseType(latin(content))).toBe(type)
})

test('a name is for showing only: no path, no hidden direction, an ending that fits (SYS-11)', () => {
  expect(displayName('..\\..\\C:/Windows/合同 第1版.PDF', 'application/pdf')).toBe('合同 第1版.PDF')
  expect(displayName('gpj.\u202Ecod.exe', 'image/jpeg')).toBe('gpj.cod.exe.jpg')
  expect(displayName('\0\n', 'audio/amr')).toBe('附件.amr')
  expect(displayName('.jpg', 'image/jpeg')).toBe('jpg.jpg')
  expect([...displayName(`${'很'.repeat(300)}.png`, 'image/png')].length).toBe(120)
})
