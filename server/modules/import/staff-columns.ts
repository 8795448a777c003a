import type { Column } from './column.ts'
import type { RowReader } from './row-reader.ts'

export type StaffRow = {
  readonly login: string
  readonly name: string
  readonly site: string
  /** Log-in name of the superior; empty leaves the superior as he is. */
  readonly superior: string
  readonly posts: readonly string[]
  /** The password as typed until the preview is stored, then its hash. */
  readonly secret: string
}

export const STAFF_LABELS = {
  login: '登录名',
  name: '姓名',
  site: '现场',
  superior: '上级登录名',
  posts: '岗位',
  password: '初始密码',
} as const
export type StaffKey = keyof typeof STAFF_LABELS

export const STAFF_COLUMNS: readonly Column[] = [
  {
    key: 'login',
    label: STAFF_LABELS.login,
    aliases: ['账号', '用户名'],
    required: true,
    hint: '小写字母、数字、点、横线，3 到 40 位。再导一次时凭它找到同一个人',
    example: 'liufang',
  },
  {
    key: 'name',
    label: STAFF_LABELS.name,
    aliases: ['人员', '员工姓名'],
    required: true,
    hint: '真实姓名',
    example: '刘芳',
  },
  {
    key: 'site',
    label: STAFF_LABELS.site,
    aliases: ['工厂', '所在现场', '分公司', '门店'],
    required: true,
    hint: '与系统里的现场名称相同',
    example: '常州总厂',
  },
  {
    key: 'superior',
    label: STAFF_LABELS.superior,
    aliases: ['上级', '主管', '直接上级'],
    hint: '上级的登录名，可以是同一份文件里的人',
    example: 'zhoujianguo',
  },
  {
    key: 'posts',
    label: STAFF_LABELS.posts,
    aliases: ['职务', '角色'],
    hint: '几个岗位用顿号隔开。只增加，不收回。售后服务人员要先考核资格（STF-01）',
    example: '接待员',
  },
  {
    key: 'password',
    label: STAFF_LABELS.password,
    aliases: ['密码'],
    hint: '新人员要填，至少 10 位。已有人员的密码不会改',
    example: '请自己定，不要大家一样',
  },
]

export function parseStaff(read: RowReader): StaffRow | null {
  const login = read.code('login', 40)?.toLowerCase()
  const name = read.text('name', 40)
  const site = read.text('site', 80)
  const superior = read.code('superior', 40)?.toLowerCase() ?? ''
  const posts = (read.text('posts', 400) ?? '')
    .split(/[、,，;；\n]/)
    .map((post) => post.trim())
    .filter((post) => post !== '')
  const secret = read.text('password', 200) ?? ''
  if (secret !== '' && secret.length < 10) read.wrong('password', '密码太短，至少 10 位')
  if (login !== undefined && !/^[a-z0-9._-]{3,40}$/.test(login))
    return read.wrong('login', '只能用小写字母、数字、点、横线，3 到 40 位') ?? null
  if (login === undefined || name === undefined || site === undefined) return null
  return { login, name, site, superior, posts: [...new Set(posts)], secret }
}
