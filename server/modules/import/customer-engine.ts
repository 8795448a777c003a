import { maskAddress, maskPhone, type Party } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import {
  type Contact,
  type ImportedCustomer,
  planCustomers,
  writeCustomers,
} from '../customer/index.ts'
import { collectSingles } from './collect-entries.ts'
import type { Column } from './column.ts'
import type { Engine } from './engine.ts'
import type { RowReader } from './row-reader.ts'

const COLUMNS: readonly Column[] = [
  {
    key: 'code',
    label: '客户编号',
    aliases: ['编号', '客户代码', '客户号'],
    hint: '您自己系统里的编号。再导一次时凭它找到同一个客户；没有编号时凭名称加电话',
    example: 'KH-0001',
  },
  {
    key: 'name',
    label: '客户名称',
    aliases: ['名称', '公司名称', '公司', '客户', '姓名'],
    required: true,
    hint: '公司名称或个人姓名',
    example: '常州汇通汽车修理厂',
  },
  {
    key: 'party',
    label: '客户类型',
    aliases: ['类型', '投诉方'],
    hint: '代理商、终端用户、企业、个人；不填按企业',
    example: '终端用户',
  },
  {
    key: 'phone',
    label: '电话',
    aliases: ['联系电话', '电话号码', '手机', '手机号', '手机号码'],
    hint: '完整的号码，带区号',
    example: '0519-80001234',
  },
  {
    key: 'address',
    label: '地址',
    aliases: ['联系地址', '公司地址', '收货地址'],
    hint: '从城市写起',
    example: '常州市武进区湖塘镇人民路 18 号',
  },
  {
    key: 'salutation',
    label: '称呼',
    aliases: ['尊称'],
    hint: '打电话、写信时怎么称呼',
    example: '罗经理',
  },
  {
    key: 'responsible',
    label: '负责人',
    aliases: ['负责人信息', '负责人详细信息'],
    hint: '姓名和职务',
    example: '罗建国，厂长',
  },
  {
    key: 'products',
    label: '产品现状',
    aliases: ['使用产品', '在用产品'],
    hint: '用什么产品，用量多少',
    example: 'CF-4 15W-40 柴机油，每月 20 桶',
  },
  {
    key: 'contacts',
    label: '通讯录',
    aliases: ['联系人'],
    hint: '姓名/职务/电话，几个人之间用分号隔开',
    example: '罗建国/厂长/13861206620；小王/仓库/13861209999',
  },
  { key: 'note', label: '备注', aliases: ['说明'], hint: '其他要记的', example: '每月 5 日对账' },
]

const PARTIES: ReadonlyMap<string, Party> = new Map([
  ['代理商', 'agent'],
  ['终端用户', 'end-user'],
  ['企业', 'company'],
  ['个人', 'private'],
])
const SAID_OTHERWISE: ReadonlyMap<string, Party> = new Map([
  ['企业客户', 'company'],
  ['公司', 'company'],
  ['终端用户(如汽车修理厂)', 'end-user'],
  ['终端用户（如汽车修理厂）', 'end-user'],
])

function parse(read: RowReader): ImportedCustomer | null {
  const code = read.code('code', 60)
  const name = read.text('name', 120)
  const values = {
    party: read.choice('party', PARTIES, SAID_OTHERWISE),
    phone: read.phone('phone'),
    address: readAddress(read),
    salutation: read.text('salutation', 40),
    responsible: read.text('responsible', 200),
    products: read.text('products', 2000),
    contacts: readContacts(read),
    note: read.text('note', 2000),
  }
  if (name === undefined) return null
  const filled = Object.entries(values).filter(([, value]) => value !== undefined)
  return { code: code ?? '', values: { name, ...Object.fromEntries(filled) } }
}

function readAddress(read: RowReader): string | undefined {
  const address = read.text('address', 300)
  return address !== undefined && /[*＊]{2,}/.test(address)
    ? read.wrong('address', '这是打了星号的地址，不能导入，请填完整的地址')
    : address
}

function readContacts(read: RowReader): readonly Contact[] | undefined {
  const cell = read.text('contacts', 4000)
  if (cell === undefined) return undefined
  const contacts = cell
    .split(/[;；\n]/)
    .map((one) => one.split(/[/／|]/).map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([name = '', role = '', phone = '']) => ({ name, role, phone }))
  const fits = contacts.every(
    ({ name, role, phone }) =>
      name.length <= 80 && role.length <= 80 && phone.length <= 40 && !/[*＊]/.test(phone),
  )
  if (!fits || contacts.length > 50)
    return read.wrong('contacts', '请写成“姓名/职务/电话；姓名/职务/电话”，最多 50 人，号码要完整')
  return contacts
}

export const customerEngine: Engine<ImportedCustomer, ImportedCustomer> = {
  columns: COLUMNS,
  masks: {
    phone: (cell) => maskPhone(cell),
    address: maskAddress,
    contacts: (cell) => cell.replace(/[\d-]{5,}/g, (number) => maskPhone(number)),
  },
  parse,
  collect: (rows) =>
    collectSingles(rows, ({ code, values: { name, phone = '' } }) =>
      code === ''
        ? { key: `name ${name} ${phone}`, label: '名称和电话', shown: name }
        : { key: `code ${code}`, label: '客户编号', shown: code },
    ),
  judge: ({ pool }, { orgId }, entries) =>
    readOrg(pool, orgId, (_db, query) =>
      planCustomers(
        query,
        orgId,
        entries.map((entry) => entry.value),
        { lock: false },
      ),
    ),
  writing: 'batch',
  async write({ query, principal, realAt }, entries) {
    const { orgId } = principal
    const plans = await planCustomers(
      query,
      orgId,
      entries.map((entry) => entry.value),
      { lock: true },
    )
    await writeCustomers(query, principal, plans, realAt)
    return plans
  },
}
