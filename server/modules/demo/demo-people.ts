import type { DemoLogin } from '../setup/index.ts'

/** The people of scenario S01 and their colleagues; the product's demo, so names are the ones its pictures show. */
export type DemoPerson = {
  readonly login: string
  readonly name: string
  readonly site: '常州总厂' | '武进仓'
  readonly post: string | null
  readonly postLabel: string
  readonly reportsTo: string | null
  /** Years in the industry, when assessed; the other items were found in order. */
  readonly years?: number
  readonly education?: string
}

export const DEMO_PASSWORD = 'yinuo-demo'
export const DEMO_ADMINISTRATOR = { login: 'admin', name: '郑敏' }

const person = (
  login: string,
  name: string,
  post: string | null,
  postLabel: string,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  login,
  name,
  site: '常州总厂',
  post,
  postLabel,
  reportsTo: 'zhoujianguo',
  ...more,
})

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('zhoujianguo', '周建国', 'leader', '领导', { reportsTo: null }),
  person('liufang', '刘芳', 'receptionist', '接待员'),
  person('chenzhiqiang', '陈志强', 'after-sales', '售后服务人员', {
    years: 7,
    education: '本科，石油化工',
  }),
  person('wutong', '吴桐', 'after-sales', '售后服务人员', {
    years: 6,
    education: '本科，车辆工程',
  }),
  person('hejie', '何洁', 'after-sales', '售后服务人员', {
    years: 8,
    education: '本科，机械设计',
  }),
  person('wangxiaoming', '王小明', null, '待考核', {
    years: 3,
    education: '本科，应用化学',
    reportsTo: 'chenzhiqiang',
  }),
  person('zhaoyong', '赵永', 'warehouse', '仓库管理和发货', { site: '武进仓' }),
  person('sunli', '孙丽', 'marketing', '市场管理'),
  person('dingwen', '丁文', 'production', '生产部门'),
  person('qiancheng', '钱程', 'office-clerk', '办公室文员'),
]

export const DEMO_LOGINS: readonly DemoLogin[] = [
  ...DEMO_PEOPLE.map(({ login, name, postLabel }) => ({
    login,
    name,
    post: postLabel,
    password: DEMO_PASSWORD,
  })),
  { ...DEMO_ADMINISTRATOR, post: '管理员', password: DEMO_PASSWORD },
]
