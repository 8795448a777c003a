import type { Client } from 'pg'
import type { DeskClient } from '../desk-client.ts'
import type { Company } from '../prepare-company.ts'
import type { KnownCustomer } from '../registration-requests.ts'

const CITIES =
  '常州 无锡 苏州 南京 镇江 扬州 泰州 南通 徐州 盐城 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 上海 合肥 芜湖'.split(
    ' ',
  )
const FIRST = '鑫 宏 永 恒 金 瑞 华 盛 德 泰 中 天 东 安 顺 利 远 佳 正 兴'.split(' ')
const SECOND = '源 达 发 信 诚 通 丰 隆 和 昌 润 海 力 辉 腾 茂 康 宇 飞 凯'.split(' ')
const TRADES =
  '润滑油经销部 汽车修理厂 物流有限公司 运输车队 机械设备有限公司 汽配城 工程机械租赁站 纺织厂 矿业公司 农机服务部 船舶修造厂 客运公司 建材市场'.split(
    ' ',
  )

/**
 * Customers by SQL, as an import would leave them: names of four parts, mobile numbers, all search columns. One is made
 * through the API beside them, and its search columns must be the ones the SQL makes.
 */
export async function fillCustomers(
  admin: Client,
  desk: DeskClient,
  { orgId, receptionist }: Company,
  count: number,
): Promise<void> {
  await admin.query(
    `insert into customer (org_id, customer_id, name, name_key, name_grams, party, phone, phone_digits, phone_reversed, address, salutation, version, seq, head_hash)
     select $1, uuidv7(), c.name, c.name, ${grams('c.name')}, 'agent', c.phone, c.phone, reverse(c.phone), '常州市武进区湖塘镇人民路' || c.n || '号', '罗经理', 1, 1, decode(repeat('00', 32), 'hex')
     from (
       select n,
         ($2::text[])[1 + n % 20] || ($3::text[])[1 + n / 20 % 20] || ($4::text[])[1 + n / 400 % 20] || ($5::text[])[1 + (n / 8000 + n) % 13] as name,
         '1' || (30 + n % 70) || lpad((n::bigint * 7919 % 100000000)::text, 8, '0') as phone
       from generate_series(0, $6::int - 1) as n
     ) c`,
    [orgId, CITIES, FIRST, SECOND, TRADES, count],
  )
  await expectAsTheProgramMakesThem(admin, desk, receptionist.token)
}

/** The pairs of neighbouring characters of a name that is already simplified, narrow and without blanks. */
function grams(name: string): string {
  return `(select array_agg(distinct substr(${name}, i, 2)) from generate_series(1, length(${name}) - 1) as i)`
}

async function expectAsTheProgramMakesThem(
  admin: Client,
  desk: DeskClient,
  token: string,
): Promise<void> {
  const name = '常州鑫源润滑油经销部'
  const { id } = await desk.post<{ id: string }>(token, '/customers', {
    name,
    party: 'agent',
    phone: '13900001234',
  })
  const { rows } = await admin.query<{ same: boolean }>(
    `select name_key = name and phone_digits = phone and phone_reversed = reverse(phone)
       and name_grams @> ${grams('name')} and name_grams <@ ${grams('name')} as same
     from customer where customer_id = $1`,
    [id],
  )
  if (rows[0]?.same !== true)
    throw new Error('the program makes other search columns than the bench')
}

export async function someCustomers(
  admin: Client,
  orgId: string,
  count: number,
): Promise<KnownCustomer[]> {
  const { rows } = await admin.query<KnownCustomer>(
    'select customer_id as id, name from customer where org_id = $1 order by phone_reversed limit $2',
    [orgId, count],
  )
  return rows
}
