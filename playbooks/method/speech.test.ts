import { type Phrase, phraseHits, phrasesInForce, plainSpeech } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { LUB } from './life.ts'
import { unmetLines } from './refused.ts'
import { record, TOLD, walkedTo } from './way.ts'

const BLOCKED = 'SPK-13 phrase “你怎么会用呢”。可以说：请问您是怎样使用的呢'
const hits = (text: string) => phraseHits(text, LUB.phrases).map(({ phrase }) => phrase.id)

test('SPK-02 a phrase is found however it is written: traditional, full width, spaces, punctuation, 您 or 妳', () => {
  for (const text of [
    '你怎么会用呢',
    '妳怎麽會用呢？',
    '您怎麼會用呢!!',
    '您 怎 么 会，用 呢',
    '那你怎么会用呢……算了',
    '你“怎么”会　用呢',
  ])
    expect(hits(text)).toEqual(['PH-11'])
  expect(hits('妳懂最基本的技能嗎？')).toEqual(['PH-12'])
  expect(hits('请问您是怎样使用的呢')).toEqual([])
  expect(plainSpeech('ＣＦ－４ 機油，很好！')).toBe('cf4机油很好')
})

test('SPK-01 SPK-13 SPK-14 what hurts self-respect is told no customer, in whatever text for him; the better wording stands beside', () => {
  const rude = '您怎麼會用呢？'
  const life = walkedTo('considered')
  const explanation = record('explanation')
  const round = record('negotiation-round')
  for (const command of [
    { type: 'reply', ...TOLD, content: rude },
    { ...explanation, values: { ...explanation.values, content: rude } },
    { ...round, values: { ...round.values, ours: rude } },
  ] as const)
    expect(unmetLines(life.try('陈志强', { ...command, skip: { 'SPK-13': '他先骂我' } }))).toEqual([
      BLOCKED,
    ])
  const approved = walkedTo('plan approved')
  expect(
    unmetLines(
      approved.try('陈志强', { type: 'tell-decision', ...TOLD, content: '您懂最基本的技能吗' }),
    ),
  ).toEqual(['SPK-14 phrase “你懂最基本的技能吗”'])
  // What the customer says himself is written as he says it.
  life.do('陈志强', { ...round, values: { ...round.values, theirs: rude } })
})

test('SPK-15 criticism of the customer is warned of: it goes out with a reason, which stays on the case', () => {
  const life = walkedTo('finding out')
  const blunt = { type: 'reply', ...TOLD, content: '这个您不懂，听我们的' } as const
  expect(unmetLines(life.try('陈志强', blunt))).toEqual([
    'SPK-15 phrase “你不懂”。可以说：只说产品和现象，不说人',
  ])
  life.do('陈志强', { ...blunt, skip: { 'SPK-15': '引用客户自己的话' } })
  expect(life.state.debts).toMatchObject([{ rule: 'SPK-15', reason: '引用客户自己的话' }])
  // A reason is given for one text, not for all that follow.
  expect(unmetLines(life.try('陈志强', blunt))).toHaveLength(1)
})

test('SPK-27 of the phrases with one id the one that began last counts, from its first day on', () => {
  const phrase = (level: Phrase['level'], validFrom?: string): Phrase => ({
    id: 'PH-11',
    rule: 'SPK-13',
    level,
    says: ['你怎么会用呢'],
    instead: '',
    ...(validFrom === undefined ? {} : { validFrom }),
  })
  const all = [phrase('off', '2026-03-09'), phrase('warn', '2026-03-02'), phrase('block')]
  const on = (day: string) => phrasesInForce(all, day).map(({ level }) => level)
  expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-08'), on('2026-03-09')]).toEqual([
    ['block'],
    ['warn'],
    ['warn'],
    [],
  ])
})
