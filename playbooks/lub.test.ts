import { existsSync, readFileSync } from 'node:fs'
import { DUTIES, isEntered, type Facts, missingFor, planClass } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { builtInPlaybook, builtInPlaybooks } from './load-built-in-playbooks.ts'
import { loadPlaybook } from './load-playbook.ts'
import { playbookView } from './playbook-view.ts'
import { workedExample } from './worked-example.ts'

const TEXT = readFileSync(new URL('files/LUB.yaml', import.meta.url), 'utf8')
const lub = builtInPlaybook('LUB')

test('the lubricant maker has seven steps in fixed order (PBK-03)', () => {
  expect(lub.steps.map(({ label }) => label)).toEqual([
    '登记',
    '详细了解',
    '分析说明协商',
    '报领导批准并回复',
    '客户确认签协议',
    '部门执行',
    '跟踪至满意',
  ])
  expect(Object.values(lub.statuses).join(' → ')).toBe(
    '待签字 → 已移交 → 了解中 → 分析协商中 → 待批准 → 已批准待回复 → 待签协议 → 执行中 → 跟踪中 → 已结案',
  )
})

test('company, address, phone and reason are mandatory at intake (CMP-02)', () => {
  const registration = lub.forms['registration']
  const mandatory = registration?.fields.filter(
    ({ required, rule }) => required && rule === undefined,
  )
  expect(registration?.rule).toBe('CMP-02')
  expect(mandatory?.map(({ label }) => label)).toEqual(['公司名称', '地址', '电话号码', '原因'])
  const personal = registration?.fields.filter((field) => field.personal).map(({ key }) => key)
  expect(personal).toEqual(['address', 'phone', 'email'])
})

test('the nine questions may each be marked 客户无法提供 (INV-02)', () => {
  const fields = lub.forms['finding-out']?.fields ?? []
  const asked = fields.filter(({ required, rule }) => required && rule === undefined)
  expect(asked).toHaveLength(9)
  expect(asked.every(({ mayBeUnavailable }) => mayBeUnavailable)).toBe(true)
})

test('recorders neither handle nor approve nor close, and handlers do not approve (ROLE-02, ROLE-03)', () => {
  const duties = (post: string) => lub.posts[post]?.duties ?? []
  for (const post of ['office-clerk', 'receptionist', 'salesperson']) {
    expect(duties(post)).toContain('record')
    expect(duties(post)).not.toContain('handle')
    expect(duties(post)).not.toContain('approve')
  }
  expect(duties('after-sales')).not.toContain('approve')
  expect(duties('receptionist')).toContain('confirm-scan')
  expect(duties('office-clerk')).not.toContain('confirm-scan')
  for (const post of ['warehouse', 'marketing', 'production']) {
    expect(lub.posts[post]).toMatchObject({ duties: ['execute'], sight: 'tasks' })
  }
  const held = new Set(Object.values(lub.posts).flatMap((post) => post.duties))
  expect(DUTIES.filter((duty) => !held.has(duty))).toEqual([])
})

test('only after-sales staff need a qualification record, with at least five years (STF-01, STF-02)', () => {
  const qualified = Object.keys(lub.posts).filter((key) => lub.posts[key]?.qualified === true)
  expect(qualified).toEqual(['after-sales'])
  expect(lub.settings['minYears']).toBe(5)
  expect(lub.qualification.find(({ key }) => key === 'years')).toMatchObject({ must: true })
  expect(new Set(lub.qualification.map(({ group }) => group)).size).toBe(6)
})

const QUALIFICATION = [
  ['STF-03', '技术工作或销售工作经验', ['technicalOrSales'], false],
  ['STF-04', '市场、客户需求、运营和服务渠道', ['market', 'customerNeeds', 'operations'], true],
  ['STF-05', '学历与个人修养', ['education', 'selfCultivation'], true],
  ['STF-06', '产品知识和设备知识', ['productKnowledge', 'equipmentKnowledge'], true],
  [
    'STF-07',
    '沟通、礼貌、关系、第一印象',
    ['communication', 'politeness', 'relations', 'firstImpression'],
    true,
  ],
  [
    'STF-10',
    '热情、主动、及时、不计个人得失、敬业',
    ['warm', 'proactive', 'prompt', 'selfless', 'dedicated'],
    true,
  ],
] as const

test.each(QUALIFICATION)('%s the record holds %s', (_id, _what, keys, must) => {
  const held = lub.qualification.filter((item) => keys.some((key) => key === item.key))
  expect(held.map((item) => [item.key, item.must])).toEqual(keys.map((key) => [key, must]))
})

test('the floor is written in the file for the reader, all of it as must', () => {
  for (const id of ['CMP-03', 'CMP-04', 'APR-02', 'AGR-01', 'EXE-05', 'FUP-01', 'NEG-17']) {
    const gates = lub.gates.filter((gate) => gate.id === id)
    expect(gates.map((gate) => gate.id)).toContain(id)
    expect(gates.map(({ strength }) => strength)).not.toContain('should')
  }
})

test('the clocks carry the figures decided for the lubricant maker (CMP-04, CLK-07, CLK-08, ESC-13)', () => {
  const clocks = Object.fromEntries(lub.clocks.map((clock) => [clock.key, clock]))
  expect(clocks['acknowledgement']).toMatchObject({
    due: { after: 'PT30M' },
    warnBefore: 'PT10M',
    ladder: [
      { after: 'PT0S', to: 'owner' },
      { after: 'PT0S', to: 'superior' },
      { after: 'PT15M', to: 'superior-of-superior' },
    ],
  })
  expect(clocks['same-day-reply']).toMatchObject({ base: 'received', due: { endOfDay: 0 } })
  expect(clocks['idle']).toMatchObject({ due: { after: 'PT24H' }, restartsOnActivity: true })
  expect(clocks['approval']).toMatchObject({ due: { after: 'PT4H' }, ownedBy: 'leaders' })
  expect(clocks['reply-after-approval']).toMatchObject({ due: { after: 'PT2H' } })
  expect(clocks['signature']).toMatchObject({ due: { after: 'P3D' } })
})

test('a changed figure in the settings changes the clock that uses it (PBK-02, ESC-13)', () => {
  const result = loadPlaybook(
    TEXT.replace('value: 24, unit: 小时', 'value: 8, unit: 小时'),
    'mine.yaml',
  )
  const idle = result.ok ? result.playbook.clocks.find(({ key }) => key === 'idle') : undefined
  expect(idle?.due).toEqual({ after: 'PT8H' })
})

test('oil goes to the warehouse, small gifts to marketing, special packing to production (EXE-01…03)', () => {
  const task = (key: string) => lub.remedies.find((remedy) => remedy.key === key)?.task
  expect(task('gift-oil')).toMatchObject({ post: 'warehouse', rule: 'EXE-01', evidence: 'waybill' })
  expect(task('small-gift')).toMatchObject({ post: 'marketing', rule: 'EXE-02' })
  expect(task('special-packing')).toMatchObject({ post: 'production', rule: 'EXE-03' })
  expect(task('apology')).toBeUndefined()
})

test('every ending but the customer’s satisfaction needs the leader (NEG-17)', () => {
  const free = lub.endings.filter(({ needsApproval }) => !needsApproval).map(({ key }) => key)
  expect(free).toEqual(['satisfied'])
  expect(lub.endings.find(({ key }) => key === 'unreachable')?.need).toEqual({
    count: { of: 'contact', where: { reached: false }, atLeast: 3, onDays: 3 },
  })
})

/** A complaint filled exactly as the worked example says, and nothing more. */
function factsOfExample(): Facts {
  const example = workedExample(lub)
  const form = (path: string) => example.forms[path.split('.')[0] ?? '']
  const field = (path: string) => path.split('.')[1] ?? ''
  return {
    read: (path) =>
      path.startsWith('plan.')
        ? { ...example.plan, remedies: example.plan.remedies.length }[field(path) as 'opinion']
        : form(path)?.values[field(path)],
    isUnavailable: (path) => form(path)?.unavailable[field(path)] !== undefined,
    list: (kind) =>
      (example.records[kind] === undefined ? [] : [example.records[kind]]).map((values) => ({
        ...values,
        order: 1,
      })),
    ranks: () => ['minor', 'moderate', 'serious'],
    setAt: () => 0,
    owner: () => '',
    setting: (name) => Number(lub.settings[name]),
    signed: () => false,
    approved: () => false,
    confirmed: () => false,
    open: () => [],
    civilDate: (instant) => instant.slice(0, 10),
  }
}

test('the worked example satisfies every gate that asks for content, and no gate that asks for a person’s act', () => {
  const facts = factsOfExample()
  const unmet = lub.gates
    .filter(({ when }) => when === undefined || missingFor(when, facts).length === 0)
    .filter(({ unless }) => unless === undefined || missingFor(unless, facts).length > 0)
    .filter(({ need }) => missingFor(need, facts).length > 0)
    .map(({ id }) => id)
  expect(unmet).toEqual([
    'CMP-03',
    'CMP-04',
    'INV-13',
    'APR-02',
    'APR-03',
    'AGR-01',
    'FUP-01',
    'NEG-17',
  ])
})

test('the worked example fills every required field or says why the customer cannot', () => {
  const example = workedExample(lub)
  const empty = Object.entries(lub.forms).flatMap(([form, { fields }]) =>
    fields
      .filter(({ required }) => required)
      .filter(({ key }) => !isEntered(example.forms[form]?.values[key]))
      .filter(({ key }) => !isEntered(example.forms[form]?.unavailable[key]))
      .map(({ key }) => `${form}.${key}`),
  )
  expect(empty).toEqual([])
  expect(example.forms['finding-out']?.unavailable).toEqual({ previousBrand: '司机已离职' })
  expect(planClass(example.plan, lub)).toBe('even')
})

test('the cards are the seven points, six steps and three rules, and the phrases for asking again (SPK-22)', () => {
  const points = (key: string) => lub.cards[key]?.points.length
  expect([points('seven-points'), points('six-steps'), points('three-rules')]).toEqual([7, 6, 3])
  const phrases = ['请再详细说一遍', '请稍等，我有点不清楚……']
  expect(lub.cards['phrases']?.points.map(({ text }) => text)).toEqual(phrases)
  const recommended = lub.phrases.filter(({ level }) => level === 'recommended')
  expect(recommended.flatMap(({ says }) => says)).toEqual(phrases)
})

test('the view for the screens is plain JSON and keeps policy on the server', () => {
  const view = playbookView(lub)
  expect(JSON.parse(JSON.stringify(view))).toEqual(view)
  expect(view).not.toHaveProperty('gates')
  expect(view).not.toHaveProperty('examples')
  expect(view.posts['after-sales']).toEqual({
    label: '售后服务人员',
    qualified: true,
    executes: false,
  })
  expect(view.remedies.find(({ key }) => key === 'apology')?.task).toBeNull()
})

test('built-in playbooks are read once and each code is there once (PBK-01)', () => {
  expect(builtInPlaybooks()).toBe(builtInPlaybooks())
  expect(builtInPlaybooks().map(({ code }) => code)).toEqual(['LUB'])
  expect(() => builtInPlaybook('TAO')).toThrow('TAO')
})

const CATALOGUE = new URL('../../shared/design/requirements.md', import.meta.url)

test('every requirement id in the file stands in the requirement catalogue', () => {
  const ids = [...new Set(TEXT.match(/\b[A-Z]{3,4}-\d{2}\b/g))]
  expect(ids.length).toBeGreaterThan(30)
  if (!existsSync(CATALOGUE)) {
    process.stdout.write(
      'requirement catalogue not found beside the repository: ids of LUB.yaml not compared\n',
    )
    return
  }
  const known = readFileSync(CATALOGUE, 'utf8')
  expect(ids.filter((id) => !known.includes(`| ${id} |`))).toEqual([])
})
