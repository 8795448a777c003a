import { afterAll, beforeAll, expect, test } from 'vitest'
import type { api, ComplaintView, OutputOf } from '@yinuo/contract'
import { createOffice, type Office, walkCase } from '../../testing/index.ts'

type List = OutputOf<typeof api.phrase.list>

let office: Office
let reply: (content: string) => Promise<{ status: number; rules: readonly string[] }>
beforeAll(async () => {
  office = await createOffice()
  const { id } = await walkCase(office, office, 'finding-out')
  reply = async (content) => {
    const body = { means: 'phone', person: '罗经理', content }
    const path = `/complaints/${id}/reply`
    const answer = await office.call<ComplaintView & { unmet?: { rule: string }[] }>(
      office.staff.handler,
      'POST',
      path,
      body,
    )
    return { status: answer.status, rules: (answer.body.unmet ?? []).map((gate) => gate.rule) }
  }
})
afterAll(() => office.stop())

const PHRASE = {
  id: null,
  expectedVersion: 0,
  code: null,
  level: 'block',
  says: ['差不多就行'],
  instead: '我们按标准来',
  source: '周会 2026-03-02',
  validFrom: '2026-03-02',
}
const save = (body: object, by = office.staff.leader) =>
  office.call<List>(by, 'POST', '/playbooks/LUB/phrases', { ...PHRASE, ...body })
const list = async (): Promise<List['phrases']> =>
  (await office.call<List>(office.staff.receptionist, 'GET', '/playbooks/LUB/phrases')).body.phrases

test('SPK-27 a leader forbids a phrase and with the next text it is refused, without a restart', async () => {
  expect(await reply('差不多就行')).toEqual({ status: 200, rules: [] })
  expect((await save({})).status).toBe(200)
  expect(await reply('差 不多，就行！')).toEqual({ status: 422, rules: ['SPK-27'] })
  const own = (await list()).find((one) => one.id !== null)
  expect(own).toMatchObject({ level: 'block', source: '周会 2026-03-02', inForce: true })
  const { id, version } = own ?? {}
  expect((await save({ id, expectedVersion: version, level: 'off' })).status).toBe(200)
  expect(await reply('差不多就行')).toEqual({ status: 200, rules: [] })
  expect((await list()).find((one) => one.id === id)?.inForce).toBe(false)
})

test('SPK-27 a phrase begins on its first day; before, the one it takes the place of still counts', async () => {
  expect((await save({ says: ['回头再说'], validFrom: '2026-03-09' })).status).toBe(200)
  expect((await reply('回头再说')).status).toBe(200)
  const rude = '你怎么会用呢'
  const shipped = { code: 'PH-11', level: 'off', says: [rude] }
  expect((await save({ ...shipped, validFrom: '2026-03-09' })).status).toBe(200)
  expect(await reply(rude)).toEqual({ status: 422, rules: ['SPK-13'] })
  expect((await save({ ...shipped, level: 'warn' })).status).toBe(200)
  // Taken over from the file, it keeps the requirement it comes from.
  expect(await reply(rude)).toEqual({ status: 422, rules: ['SPK-13'] })
  expect((await list()).filter((one) => one.code === 'PH-11')).toHaveLength(3)
})

test('SPK-27 only who may edits phrases; two at once do not overwrite each other; one without a word is refused', async () => {
  expect((await save({}, office.staff.handler)).status).toBe(422)
  expect((await save({ code: 'PH-99' })).status).toBe(404)
  expect((await save({ says: ['……'] })).status).toBe(422)
  expect((await save({ says: [] })).status).toBe(400)
  await save({ says: ['明天再看'] })
  const own = (await list()).find((one) => one.says.includes('明天再看'))
  const change = { id: own?.id, expectedVersion: own?.version, says: ['明天再看'] }
  expect((await save({ ...change, level: 'warn' })).status).toBe(200)
  expect((await save({ ...change, level: 'off' })).status).toBe(409)
})

test('SPK-27 what one organisation forbids, another does not hear of', async () => {
  await save({ says: ['只在一家'] })
  const other = await createOffice()
  try {
    const { body } = await other.call<List>(other.staff.leader, 'GET', '/playbooks/LUB/phrases')
    expect(body.phrases.every((one) => one.id === null)).toBe(true)
  } finally {
    await other.stop()
  }
})
