import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkCase } from './case-walk.ts'
import { createOffice, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await createOffice()
})
afterAll(() => office.stop())

test('S01: the people of the office bring a complaint to its execution, over HTTP', async () => {
  const view = await walkCase(office, office, 'executing')
  expect(view.status).toBe('executing')
  expect(view.tasks).toHaveLength(2)
})

test('a second company works beside the first with log-ins of its own', async () => {
  const other = await office.openCompany('别家润滑油厂', 'other-')
  const view = await walkCase(office, other, 'handed-over')
  expect(view.status).toBe('handed-over')
})
