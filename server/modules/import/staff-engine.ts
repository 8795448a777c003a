import {
  grantGates,
  type HeldPost,
  type Qualification,
  type SiteId,
  type UserId,
} from '@yinuo/domain'
import type { PersonView } from '@yinuo/contract'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { changePerson, createPerson, grantPost, lookedAt, viewPeople } from '../people/index.ts'
import { hashPassword } from '../session/index.ts'
import { collectStaff } from './collect-staff.ts'
import type { RowError } from './column.ts'
import type { Engine, Entry, Outcome } from './engine.ts'
import {
  parseStaff,
  STAFF_COLUMNS,
  STAFF_LABELS,
  type StaffKey,
  type StaffRow,
} from './staff-columns.ts'

/** What would be done for one row; `superior` may be a log-in name that only this file brings. */
type StaffPlan = {
  readonly person: PersonView | undefined
  readonly siteId: SiteId
  readonly superior: UserId | 'in-this-file' | null
  readonly grants: readonly HeldPost[]
}

function planStaff(
  { value, rows }: Entry<StaffRow>,
  principal: Principal,
  people: readonly PersonView[],
  logins: ReadonlySet<string>,
): StaffPlan | { readonly errors: readonly RowError[] } {
  const errors: RowError[] = []
  const wrong = (key: StaffKey, shown: string, message: string): void =>
    void errors.push({ row: rows[0] ?? 0, column: STAFF_LABELS[key], value: shown, message })
  const person = people.find((one) => one.login === value.login)
  const { directory } = principal
  const site = [...directory.sites.values()].find((one) => one.name === value.site)
  if (site === undefined)
    wrong(
      'site',
      value.site,
      `没有这个现场。已有：${[...directory.sites.values()].map((one) => one.name).join('、')}`,
    )
  const boss = people.find((one) => one.login === value.superior)
  if (value.superior !== '' && boss === undefined && !logins.has(value.superior))
    wrong('superior', value.superior, '没有这个登录名的人，文件里也没有')
  if (person === undefined && value.secret === '')
    wrong('password', '', '新人员要填初始密码，至少 10 位')

  const grants: HeldPost[] = []
  for (const label of value.posts) {
    const held = postNamed(label, principal)
    if (typeof held === 'string') wrong('posts', label, held)
    else if (!person?.posts.some((own) => own.playbook === held.playbook && own.post === held.post))
      grants.push(held)
  }
  for (const held of grants) {
    const playbook = directory.playbooks.get(held.playbook)
    const qualification = (person?.qualification ?? {}) as unknown as Qualification
    const unmet =
      playbook === undefined
        ? []
        : grantGates(held.post, qualification, playbook, lookedAt(principal))
    const missing = unmet.flatMap((gate) => gate.missing.map((one) => one.detail ?? ''))
    if (missing.length > 0)
      wrong(
        'posts',
        playbook?.posts[held.post]?.label ?? held.post,
        `资格还没有考核齐全（STF-01），缺：${missing.join('、')}。请先不写这个岗位导入人员，考核后再授予`,
      )
  }
  if (errors.length > 0 || site === undefined) return { errors }
  const superior = value.superior === '' ? null : (boss?.id ?? 'in-this-file')
  return { person, siteId: site.id, superior, grants }
}

function postNamed(label: string, { directory }: Principal): HeldPost | string {
  const [playbookName, postName] = label.includes('/') ? label.split('/') : [null, label]
  const found = [...directory.playbooks.values()]
    .filter((one) => playbookName === null || one.code === playbookName)
    .flatMap((playbook) =>
      Object.entries(playbook.posts)
        .filter(([, post]) => post.label === postName)
        .map(([post]) => ({ playbook: playbook.code, post })),
    )
  if (found.length > 1) return '几本手册都有这个岗位，请写成“手册代号/岗位”'
  return found[0] ?? '没有这个岗位'
}

function actionOf(plan: StaffPlan, value: StaffRow): 'add' | 'change' | 'same' {
  const { person, siteId, superior, grants } = plan
  if (person === undefined) return 'add'
  const moved =
    person.name !== value.name ||
    person.site.id !== siteId ||
    (value.superior !== '' && person.reportsTo?.id !== superior)
  return moved || grants.length > 0 ? 'change' : 'same'
}

export const staffEngine: Engine<StaffRow, StaffRow> = {
  columns: STAFF_COLUMNS,
  masks: { password: () => '******' },
  parse: parseStaff,
  collect: collectStaff,
  async judge(ports, principal, entries) {
    const people = await viewPeople(ports, principal)
    const logins = new Set(entries.map((entry) => entry.value.login))
    return entries.map((entry): Outcome => {
      const plan = planStaff(entry, principal, people, logins)
      return 'errors' in plan
        ? { action: 'error', errors: plan.errors }
        : { action: actionOf(plan, entry.value) }
    })
  },
  /** Passwords are stored as hashes only, and only of new people: an import never changes anybody's password. */
  async seal(entries, outcomes) {
    return Promise.all(
      entries.map(async (entry, index) => {
        const secret =
          outcomes[index]?.action === 'add' ? await hashPassword(entry.value.secret) : ''
        return { ...entry, value: { ...entry.value, secret } }
      }),
    )
  },
  writing: 'single',
  async write(ports, { principal, importId }, entry) {
    const { value } = entry
    const plan = planStaff(entry, principal, await viewPeople(ports, principal), new Set())
    if ('errors' in plan) return { action: 'error', errors: plan.errors }
    const action = actionOf(plan, value)
    if (action === 'same') return { action }
    const call = (deed: string) => ({
      principal,
      key: `import-${importId}-${value.login}-${deed}`,
      inputHash: Buffer.alloc(32),
    })
    const reportsTo = plan.superior === 'in-this-file' ? null : plan.superior
    const { name, login } = value
    try {
      let person = plan.person
      if (person === undefined) {
        const made = { name, login, siteId: plan.siteId, reportsTo, passwordHash: value.secret }
        person = await createPerson(ports, call('create'), made)
      } else {
        person = await changePerson(ports, call(`change-${person.version}`), person.id, {
          expectedVersion: person.version,
          name,
          siteId: plan.siteId,
          ...(reportsTo === null ? {} : { reportsTo }),
        })
      }
      for (const held of plan.grants)
        await grantPost(ports, call(`grant-${held.playbook}-${held.post}`), person.id, held)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return { action: 'error', errors: [problemRow(error, entry)] }
    }
    return { action }
  },
}

function problemRow(
  { message, details }: ProblemError,
  { rows, value }: Entry<StaffRow>,
): RowError {
  const said = details.fields?.map((field) => field.message).join('；') ?? message
  return { row: rows[0] ?? 0, column: STAFF_LABELS.login, value: value.login, message: said }
}
