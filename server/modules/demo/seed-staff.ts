import type { PersonView } from '@yinuo/contract'
import type { Playbook } from '@yinuo/domain'
import type { DemoDesk } from './demo-desk.ts'
import { DEMO_ADMINISTRATOR, DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './demo-people.ts'

/** Ids by log-in name. */
export type StaffIds = ReadonlyMap<string, string>

const ADMIN = DEMO_ADMINISTRATOR.login

/** The warehouse's site, the people, their qualification and their posts, in the order the gates ask for. */
export async function seedStaff(
  desk: DemoDesk,
  playbook: Playbook,
  headOffice: string,
): Promise<StaffIds> {
  const warehouse = await desk.call<{ id: string }>(ADMIN, 'POST', '/sites', { name: '武进仓' })
  const ids = new Map<string, string>()
  for (const person of DEMO_PEOPLE) {
    const { id } = await desk.call<PersonView>(ADMIN, 'POST', '/people', {
      name: person.name,
      login: person.login,
      password: DEMO_PASSWORD,
      siteId: person.site === '武进仓' ? warehouse.id : headOffice,
      reportsTo: person.reportsTo === null ? null : ids.get(person.reportsTo),
    })
    ids.set(person.login, id)
  }
  await Promise.all(
    DEMO_PEOPLE.map((person) => appoint(desk, playbook, ids.get(person.login) ?? '', person)),
  )
  return ids
}

async function appoint(
  desk: DemoDesk,
  playbook: Playbook,
  id: string,
  person: DemoPerson,
): Promise<void> {
  await assess(desk, playbook, id, person)
  const { post } = person
  if (post === null) return
  await desk.call(ADMIN, 'POST', `/people/${id}/posts`, { playbook: playbook.code, post })
}

async function assess(
  desk: DemoDesk,
  playbook: Playbook,
  id: string,
  person: DemoPerson,
): Promise<void> {
  if (person.years === undefined) return
  const values: Record<string, string | number | undefined> = {
    years: person.years,
    technicalOrSales: person.years - 2,
    education: person.education,
    productKnowledge: '笔试92分',
    equipmentKnowledge: '笔试88分，实操合格',
  }
  for (const { key } of playbook.qualification) {
    const enough = key !== 'years' || person.years >= 5
    await desk.call(ADMIN, 'POST', `/people/${id}/qualification`, {
      item: key,
      result: enough ? 'fulfilled' : 'failed',
      value: values[key] ?? null,
    })
  }
}
