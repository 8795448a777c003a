import { describe, expect, it } from 'vitest'
import { changeMood, emptyContent, fixLine, setValue, toggleKey } from './content.ts'

const AT = Date.parse('2026-03-02T01:01:12Z')

describe('the words of the customer', () => {
  it('Enter fixes the line being typed with its time and empties the input', () => {
    const content = fixLine({ ...emptyContent(), unfinished: ' 油压灯亮了 ' }, AT)
    expect(content.words).toEqual([
      { at: '2026-03-02T01:01:12.000Z', text: '油压灯亮了', key: false },
    ])
    expect(content.unfinished).toBe('')
  })

  it('an empty line is not fixed', () => {
    expect(fixLine({ ...emptyContent(), unfinished: ' \n ' }, AT).words).toEqual([])
  })

  it('a line never stands before the one above it, even when the clock was set back', () => {
    const first = fixLine({ ...emptyContent(), unfinished: '一' }, AT)
    const second = fixLine({ ...first, unfinished: '二' }, AT - 60_000)
    expect(second.words.map((line) => line.at)).toEqual([first.words[0]?.at, first.words[0]?.at])
  })

  it('words longer than a line takes become several lines, and no emoji is torn apart', () => {
    const text = `${'油'.repeat(1999)}😡${'压'.repeat(10)}`
    const lines = fixLine({ ...emptyContent(), unfinished: text }, AT).words
    expect(lines.map((line) => line.text).join('')).toBe(text)
    expect(lines.every((line) => line.text.isWellFormed() && line.text.length <= 2000)).toBe(true)
  })

  it('the key mark comes and goes; the words stay', () => {
    const content = fixLine({ ...emptyContent(), unfinished: '修理厂说油太稀' }, AT)
    const marked = toggleKey(content, 0)
    expect(marked.words[0]).toMatchObject({ key: true, text: '修理厂说油太稀' })
    expect(toggleKey(marked, 0)).toEqual(content)
  })
})

describe('the mood', () => {
  it('keeps every change with its time; the same mood again is no change', () => {
    const angry = changeMood(emptyContent(), 'furious', AT)
    const calmer = changeMood(changeMood(angry, 'furious', AT + 5000), 'angry', AT + 60_000)
    expect(calmer.moods).toEqual([
      { at: '2026-03-02T01:01:12.000Z', mood: 'furious' },
      { at: '2026-03-02T01:02:12.000Z', mood: 'angry' },
    ])
  })
})

it('an emptied field is no value', () => {
  const filled = setValue(emptyContent(), 'company', '鑫源')
  expect(filled.values).toEqual({ company: '鑫源' })
  expect(setValue(filled, 'company', '').values).toEqual({})
})
