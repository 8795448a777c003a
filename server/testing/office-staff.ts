import { builtInPlaybook } from '@yinuo/playbooks'
import type { Founded } from '../modules/setup/index.ts'

export const OFFICE_PASSWORD = 'correct-horse-battery'

/** The people of S01 and those a second of whom some rules need; keys are what tests call them by. */
export const STAFF = {
  administrator: { login: 'qiancheng', name: '钱程', posts: [] },
  receptionist: { login: 'liufang', name: '刘芳', posts: ['receptionist'] },
  newcomer: { login: 'wangxiaoming', name: '王小明', posts: [] },
  handler: { login: 'chenzhiqiang', name: '陈志强', posts: ['after-sales'] },
  secondHandler: { login: 'wumin', name: '吴敏', posts: ['after-sales'] },
  leader: { login: 'zhoujianguo', name: '周建国', posts: ['leader'] },
  secondLeader: { login: 'linlan', name: '林岚', posts: ['leader'] },
  warehouse: { login: 'zhaoyong', name: '赵永', posts: ['warehouse'] },
  marketing: { login: 'sunli', name: '孙丽', posts: ['marketing'] },
} as const satisfies Readonly<
  Record<
    string,
    { readonly login: string; readonly name: string; readonly posts: readonly string[] }
  >
>
export type StaffName = keyof typeof STAFF

export type Colleague = {
  readonly id: string
  readonly name: string
  readonly login: string
  /** Of the session opened by logging in. */
  readonly token: string
}

type Desk = {
  act<Body>(
    who: { readonly token: string } | null,
    method: 'POST',
    path: string,
    body: object,
  ): Promise<Body>
  logIn(login: string): Promise<string>
}

/** Hires, assesses and appoints everybody as an administrator does, through the API, and logs them in. */
export async function hireStaff(
  desk: Desk,
  founded: Founded,
  prefix: string,
): Promise<Record<StaffName, Colleague>> {
  const LUB = builtInPlaybook('LUB')
  const admin = { token: await desk.logIn(`${prefix}${STAFF.administrator.login}`) }
  const people = {} as Record<StaffName, Colleague>
  for (const [key, { login, name, posts }] of Object.entries(STAFF)) {
    const isFounder = key === 'administrator'
    const { id } = isFounder
      ? { id: founded.userId }
      : await desk.act<{ id: string }>(admin, 'POST', '/people', {
          name,
          login: `${prefix}${login}`,
          siteId: founded.siteId,
          password: OFFICE_PASSWORD,
        })
    for (const post of posts) {
      if (LUB.posts[post]?.qualified === true) await qualify(desk, admin, id)
      await desk.act(admin, 'POST', `/people/${id}/posts`, { playbook: 'LUB', post })
    }
    const token = isFounder ? admin.token : await desk.logIn(`${prefix}${login}`)
    people[key as StaffName] = { id, name, login: `${prefix}${login}`, token }
  }
  return people
}

async function qualify(desk: Desk, admin: { readonly token: string }, id: string): Promise<void> {
  for (const { key, value } of builtInPlaybook('LUB').qualification) {
    await desk.act(admin, 'POST', `/people/${id}/qualification`, {
      item: key,
      result: 'fulfilled',
      value: value === 'years' ? 7 : '90 分',
    })
  }
}
