import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, type E2eOffice, openOffice } from './office.ts'

// 200 complaints in the words of real customers run the whole way: what people write must pass every table, log and search
// of the program unharmed.

const REVIEWS = path.join(import.meta.dirname, '../../shared/data/reviews.csv')
const CASES = 200
const AT_ONCE = 8

/** What the collection does not hold but people type: emoji of several code points, full width, traditional, quotes, length. */
const HARD = [
  '👨‍👩‍👧‍👦 一家人都说油味道不对 😡😡‼️',
  'ＣＦ－４　１５Ｗ－４０　全形字，还有　全形空格',
  '潤滑油換上去沒幾天，油壓燈就亮，請盡快處理！',
  `'; drop table complaint; -- "引号"与<script>alert(1)</script>{{7*7}}`,
  '𠮷野家的𨋢壞了（罕用字）',
  `第一行\n第二行\t有制表符\r\n第三行`,
  '长'.repeat(1_200),
  '=HYPERLINK("http://x","点我")',
  '‮反向文字‬ 与零宽​字符',
]

let office: E2eOffice

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

function reasons(): readonly string[] {
  if (!existsSync(REVIEWS)) {
    console.log(`skipped: ${REVIEWS} is not there; running the hard cases alone`)
    return HARD
  }
  const lines = readFileSync(REVIEWS, 'utf8').split('\n').slice(1)
  const negative = lines
    .filter((line) => line.split(',')[1] === 'negative')
    .map((line) => line.split(',').slice(2).join(',').trim())
  const long = [...negative].sort((a, b) => b.length - a.length).slice(0, 20)
  return [...HARD, ...long, ...negative]
    .filter((text) => text !== '' && text.length <= 1_200)
    .slice(0, CASES)
}

/** From the call to the customer's satisfaction; the answer of each step is held against the contract by the server. */
async function wholeWay(reason: string, number: number): Promise<void> {
  const { liufang, chenzhiqiang, zhoujianguo, zhaoyong } = office
  const made = await done(
    liufang.post('/complaints', {
      playbook: 'LUB',
      kind: number % 3 === 0 ? 'grievance' : 'complaint',
      channel: 'phone',
      values: {
        company: `客户${number}`,
        address: '常州市武进区人民路1号',
        phone: `1390000${String(number).padStart(4, '0')}`,
        reason,
        party: 'private',
        reporter: '本人',
      },
      words: [{ at: '2026-03-02T01:00:00Z', text: reason, key: true }],
      sign: true,
      handOverTo: chenzhiqiang.id,
    }),
  )
  const on = (action: string): string => `/complaints/${made.id}/${action}`
  await done(chenzhiqiang.post(on('acknowledge')))
  await done(
    chenzhiqiang.post(on('add-record'), {
      kind: 'contact',
      values: { means: 'phone', person: '本人', reached: true, content: reason },
    }),
  )
  await done(
    chenzhiqiang.post(on('save-form'), {
      form: 'finding-out',
      expectedVersion: 0,
      values: { symptom: reason },
      unavailable: Object.fromEntries(UNKNOWN.map((field) => [field, '客户说不清'])),
    }),
  )
  // The reviews say nothing of a read-back or of the question bank; what is passed over has its reason (S of the catalogue).
  const skip = { 'INV-05': '只有评价，联系不上本人', 'INV-18': '评价里没有' }
  await done(chenzhiqiang.post(on('enter-step'), { step: 'negotiation', skip }))
  await done(
    chenzhiqiang.post(on('add-record'), {
      kind: 'apology',
      values: { person: '本人', inconvenience: reason.slice(0, 200) },
      skip: { 'GDE-06': '只有评价，没有通话' },
    }),
  )
  await done(
    chenzhiqiang.post(on('save-form'), {
      form: 'negotiation',
      expectedVersion: 0,
      values: {
        trade: 'new',
        future: 'unsure',
        reputation: reason.slice(0, 200),
        demand: 'fair',
        demandText: '换货',
        fault: 'company',
        analysis: reason,
      },
    }),
  )
  await done(
    chenzhiqiang.post(on('submit-plan'), {
      plan: {
        opinion: reason,
        remedies: [
          { remedy: 'gift-oil', product: '机油', quantity: 1, unit: '桶', amountFen: 100 },
        ],
        costFen: 100,
        keptFen: 4_600_000,
        level: 'generous',
      },
      expectedVersion: 0,
      skip: { 'GDE-01': '只有评价，没有通话', 'INV-11': '照评价直接补偿' },
    }),
  )
  await done(
    zhoujianguo.post(on('decide-plan'), {
      decision: 'approved',
      remarks: reason.slice(0, 100),
      expectedVersion: 1,
    }),
  )
  await done(
    chenzhiqiang.post(on('tell-decision'), { means: 'phone', person: '本人', content: reason }),
  )
  await done(chenzhiqiang.post(on('record-opinion'), { opinion: 'accepted' }))
  await done(chenzhiqiang.post(on('draft-agreement')))
  await done(chenzhiqiang.post(on('sign-agreement')))
  const attachment = await office.uploadScan(chenzhiqiang)
  await done(
    chenzhiqiang.post(on('file-scan'), {
      attachment,
      signer: '本人',
      signedOn: '2026-03-02',
      means: 'paper-scan',
    }),
  )
  await done(zhoujianguo.post(on('confirm-scan')))
  const executing = await done(chenzhiqiang.post(on('enter-step'), { step: 'execution' }))
  await done(
    zhaoyong.post(`/tasks/${executing.tasks[0]?.id}/complete`, {
      complaintId: made.id,
      waybill: `SF${number}`,
      doneOn: '2026-03-02',
    }),
  )
  await done(chenzhiqiang.post(on('enter-step'), { step: 'follow-up' }))
  await done(
    chenzhiqiang.post(on('record-follow-up'), {
      means: 'phone',
      person: '本人',
      answer: '好了',
      satisfied: true,
      changeNeeded: false,
      received: true,
    }),
  )
  const closed = await done(
    chenzhiqiang.post(on('close'), { clean: true, skip: { 'GDE-02': '只有评价，没有通话' } }),
  )
  expect(closed).toMatchObject({ ending: 'satisfied', statusLabel: '已结案' })
  expect(closed.forms['registration']?.values.reason).toBe(reason)
  expect(closed.words[0]?.text).toBe(reason)
}

type Counts = { views: Record<string, number> }

const UNKNOWN = [
  'productName',
  'spec',
  'producedOn',
  'batch',
  'usedSince',
  'previousBrand',
  'previousExperience',
  'recentUse',
  'wish',
  'demand',
]

test('CMP-06: complaints in real words, emoji, full width, traditional, 1,200 characters run the whole way to 满意', async () => {
  const all = reasons()
  const queue = all.map((reason, index) => ({ reason, number: index + 1 }))
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await wholeWay(next.reason, next.number)
    }),
  )
  const { views } = await done<Counts>(office.zhoujianguo.get('/complaints/counts'))
  expect(views).toMatchObject({ closed: all.length, open: 0 })
  console.log(`${all.length} complaints ran the whole way`)
}, 240_000)
