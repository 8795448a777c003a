import type { Me, PersonView } from '@yinuo/contract'
import { builtInPlaybook } from '@yinuo/playbooks'
import { DeskClient, PASSWORD } from './desk-client.ts'
import type { Program } from './program.ts'

export type Colleague = { readonly id: string; readonly token: string }
export type Company = {
  readonly orgId: string
  readonly siteId: string
  readonly receptionist: Colleague
  readonly handler: Colleague
  /** A second handler, new in the firm: sees only what he has a hand in, which is next to nothing. */
  readonly newcomer: Colleague
  readonly leader: Colleague
}

const STAFF = [
  ['receptionist', '刘芳', 'receptionist'],
  ['handler', '陈志强', 'after-sales'],
  ['newcomer', '吴敏', 'after-sales'],
  ['leader', '周建国', 'leader'],
] as const

/** Sets the empty program up and hires the people who measure, all through the API. */
export async function prepareCompany(program: Program): Promise<Company> {
  const desk = new DeskClient(program.address)
  await desk.post('', '/setup', {
    setupCode: program.setupCode,
    organisation: '常州岭川润滑油厂',
    site: '常州总厂',
    administrator: '钱程',
    login: 'admin',
    password: PASSWORD,
  })
  const admin = await desk.logIn('admin')
  const { organisation, site } = await desk.get<Me>(admin, '/me')
  const hired: Record<string, Colleague> = {}
  for (const [login, name, post] of STAFF) {
    const { id } = await desk.post<PersonView>(admin, '/people', {
      name,
      login,
      password: PASSWORD,
      siteId: site.id,
    })
    await appoint(desk, admin, id, post)
    hired[login] = { id, token: await desk.logIn(login) }
  }
  const colleague = (login: string): Colleague => hired[login] as Colleague
  return {
    orgId: organisation.id,
    siteId: site.id,
    receptionist: colleague('receptionist'),
    handler: colleague('handler'),
    newcomer: colleague('newcomer'),
    leader: colleague('leader'),
  }
}

async function appoint(desk: DeskClient, admin: string, id: string, post: string): Promise<void> {
  const playbook = builtInPlaybook('LUB')
  if (playbook.posts[post]?.qualified === true)
    for (const { key } of playbook.qualification.filter((item) => item.must))
      await desk.post(admin, `/people/${id}/qualification`, {
        item: key,
        result: 'fulfilled',
        value: key === 'years' ? 7 : '90 分',
      })
  await desk.post(admin, `/people/${id}/posts`, { playbook: 'LUB', post })
}
