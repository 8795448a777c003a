import { readFileSync } from 'node:fs'
import type { Condition } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { builtInPlaybook } from '../load-built-in-playbooks.ts'
import { loadPlaybook } from '../load-playbook.ts'
import { spanWords } from './clock-words.ts'
import { conditionSentence } from './condition-sentence.ts'
import { playbookReading } from './playbook-reading.ts'

const TEXT = readFileSync(new URL('../files/LUB.yaml', import.meta.url), 'utf8')
const lub = builtInPlaybook('LUB')
const reading = playbookReading(lub)

/** Everything a manager reads; what only the page needs (strength, need, level) and requirement ids left out. */
function wordsIn(part: unknown, key = ''): readonly string[] {
  if (typeof part === 'string')
    return ['strength', 'need', 'level', 'rule'].includes(key) ? [] : [part]
  if (Array.isArray(part)) return part.flatMap((one) => wordsIn(one))
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => wordsIn(value, name))
}

const gate = (rule: string) =>
  reading.gates.filter((one) => one.rule === rule).map(({ sentence }) => sentence)

test('PBK-02 every gate, clock, record, remedy and post reads in Chinese: no key, operator or English word stands anywhere', () => {
  const words = wordsIn(reading)
  expect(words.length).toBeGreaterThan(600)
  // Labels of the file may carry a single letter (a 是否有长期贸易关系).
  expect(words.filter((text) => /[A-Za-z][A-Za-z-]|undefined|[[\]{}_]/.test(text))).toEqual([])
  // A name that was not found would leave an empty pair of marks, or an end without words.
  expect(words.filter((text) => /“”|《》|、、|：$|：。|，$|是$|^，/.test(text))).toEqual([])
})

test('PBK-02 every gate of the file stands once, with its requirement, who can meet it and a whole sentence', () => {
  expect(reading.gates.map(({ rule }) => rule)).toEqual(lub.gates.map(({ id }) => id))
  for (const { sentence, who } of reading.gates) {
    expect(sentence).toMatch(/^.+时，.*(必须做到|应当做到|最好做到)：.+。$/)
    expect(who.every((post) => post !== '')).toBe(true)
  }
  expect(gate('INV-01')).toEqual(['离开“详细了解”时，必须做到：记过“与客户联系”（联系上了：是）。'])
  expect(gate('CMP-11')).toEqual([
    '存《投诉登记表》时，如果《投诉登记表》的“投诉方”是“代理商”，应当做到：填好《投诉登记表》的“最终用户”。',
  ])
  expect(gate('INV-13')).toEqual([
    '把《问题分析表》的“把握程度”从“没有把握”改掉时，必须做到：记过“请教同行”，而且记在《问题分析表》的“把握程度”最后一次改动之后，其中“请教谁”是记录人和负责人以外的人。',
  ])
  expect(gate('NEG-17')).toEqual([
    '结案时，必须做到：领导已批准结束方式，或者双方都在处理协议上签了字，客户的签字经第二人确认。',
  ])
  expect(gate('INV-19')[0]).toContain('如果方案里有“更换产品”')
  expect(gate('FUP-01')[0]).toContain('除非领导已批准结束方式，否则必须做到：跟踪时客户说满意')
})

/** One of each operator; a new member of the grammar has to be worded before this compiles. */
type Operator = Condition extends infer One ? (One extends One ? keyof One : never) : never
const EACH: Readonly<Record<Operator, readonly [Condition, string]>> = {
  filled: [
    { filled: ['registration.phone', 'registration.reason', 'plan.opinion'] },
    '填好《投诉登记表》的“电话号码”“原因”，填好“处理意见”',
  ],
  in: [
    { in: ['analysis.certainty', ['fair', 'sure']] },
    '《问题分析表》的“把握程度”是“基本有把握”或“有把握”',
  ],
  atLeast: [
    { atLeast: ['analysis.severity', 'serious'] },
    '《问题分析表》的“问题有多严重”不低于“严重”',
  ],
  atMost: [
    { atMost: ['registration.dailyLoss', 68_000] },
    '《投诉登记表》的“每日损失”不高于680.00元',
  ],
  count: [
    { count: { of: 'contact', atLeast: 3, where: { reached: false }, onDays: 3 } },
    '至少记过3次“与客户联系”（联系上了：否），分在3个不同的日子',
  ],
  recorded: [{ recorded: { kind: 'apology' } }, '记过“道歉”'],
  signedBy: [
    { signedBy: { what: 'registration', by: 'recorder' } },
    '登记人本人已在投诉登记表上签字',
  ],
  approved: [{ approved: 'plan' }, '领导已批准方案'],
  confirmed: [{ confirmed: 'agreement' }, '双方都在处理协议上签了字，客户的签字经第二人确认'],
  allDone: [{ allDone: 'other-demand' }, '“经济补偿以外的要求”每一条都有了批复'],
  all: [
    { all: [{ approved: 'plan' }, { any: [{ allDone: 'task' }, { approved: 'ending' }] }] },
    '领导已批准方案，并且（各部门的执行单都办完了，或者领导已批准结束方式）',
  ],
  any: [
    { any: [{ approved: 'plan' }, { approved: 'ending' }] },
    '领导已批准方案，或者领导已批准结束方式',
  ],
  not: [{ not: { approved: 'plan' } }, '不是这样：领导已批准方案'],
}

test.each(Object.entries(EACH))('the operator %s is worded', (_, [condition, sentence]) => {
  expect(conditionSentence(condition, lub)).toBe(sentence)
})

test('what is denied reads as one clause, and yes and no as what they mean', () => {
  expect(conditionSentence({ not: { in: ['negotiation.fault', ['company']] } }, lub)).toBe(
    '《谈判前考虑表》的“e 公司有什么过错”不是“公司过错”',
  )
  expect(conditionSentence({ in: ['plan.told', [true]] }, lub)).toBe('决定已经告诉客户')
  expect(conditionSentence({ in: ['plan.told', [false]] }, lub)).toBe('“决定是否告诉了客户”是“否”')
})

test('a comparison with a figure names it and says how much it is today (PBK-02)', () => {
  const condition: Condition = { atLeast: ['vent.minutes', { setting: 'minYears' }] }
  expect(conditionSentence(condition, lub)).toBe(
    '《听客户说完》的“说了几分钟”不低于“售后服务人员的行业经验最少”（现在是5年）',
  )
})

test('PBK-03 the seven steps stand in order with what must be filled in each, who does it and what is asked there', () => {
  expect(reading.steps.map(({ label }) => label).join(' → ')).toBe(
    '登记 → 详细了解 → 分析说明协商 → 报领导批准并回复 → 客户确认签协议 → 部门执行 → 跟踪至满意',
  )
  const [intake, findingOut] = reading.steps
  const required = intake?.forms[0]?.fields.filter(({ need }) => need === 'required')
  expect(required?.map(({ label, rule }) => `${label} ${rule}`)).toEqual([
    '公司名称 CMP-02',
    '地址 CMP-02',
    '电话号码 CMP-02',
    '原因 CMP-02',
    '投诉方 CMP-11',
  ])
  expect(findingOut?.posts).toEqual(['售后服务人员'])
  const asked = findingOut?.gates.map((place) => reading.gates[place]?.rule)
  expect(asked).toEqual(['CMP-04', 'INV-01', 'INV-05'])
  const metal = findingOut?.forms[1]?.fields.find(({ label }) => label.includes('铁屑'))
  expect(metal).toMatchObject({ need: 'ask', rule: 'INV-18' })
  expect(metal?.notes).toContain('只问：齿轮油')
})

test('PBK-02 clocks stand with their figures, and a figure changed in the file changes what is read', () => {
  const clock = (label: string, of = reading) => of.clocks.find((one) => one.label === label)
  expect(clock('接收确认')).toMatchObject({
    rule: 'CMP-04',
    due: '30分钟',
    warn: '提前10分钟提醒',
    from: '移交以后',
    met: '接收人确认接收',
    owner: '接收人',
    ladder: ['到期报给责任人、上级', '过15分钟报给上级的上级'],
  })
  expect(clock('当天答复')).toMatchObject({
    due: '当天24点以前',
    from: '登记以后，从接到投诉的时间算起',
  })
  expect(clock('跟踪回访')?.from).toBe('进入“跟踪至满意”以后')
  const changed = loadPlaybook(
    TEXT.replace('due: { after: 30 分钟 }', 'due: { after: 45 分钟 }').replace(
      'value: 24, unit: 小时',
      'value: 8, unit: 小时',
    ),
    'mine.yaml',
  )
  if (!changed.ok) throw new Error('The changed file loads.')
  const mine = playbookReading(changed.playbook)
  expect(clock('接收确认', mine)?.due).toBe('45分钟')
  expect(clock('24 小时没有动静', mine)?.due).toBe('8小时')
  expect(mine.figures).toContainEqual({
    label: '多久没有动静就提出来',
    value: '8小时',
    rule: 'ESC-13',
  })
})

test('spans read as they are written', () => {
  expect(['PT30M', 'PT4H', 'P3D', 'P1DT2H30M', 'PT0S'].map(spanWords)).toEqual([
    '30分钟',
    '4小时',
    '3天',
    '1天2小时30分钟',
    '0分钟',
  ])
})
