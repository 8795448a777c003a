import ExcelJS from '@protobi/exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportView } from '@yinuo/contract'
import { createTestOffice, type Staff } from '../../testing/test-office.ts'
import { importHandlers } from './index.ts'

type Office = Awaited<ReturnType<typeof createTestOffice>>
type Answer = ImportView & { message: string; error: string }
type Kind = ImportView['kind']

let office: Office
beforeAll(async () => {
  office = await createTestOffice(({ pool, directories, sessions }) =>
    importHandlers({
      pool,
      directories,
      sessions,
      recordRefusal: async () => {},
      changed: () => {},
    }),
  )
})
afterAll(() => office.stop())

const preview = (kind: Kind, bytes: Buffer | string, who: Staff = 'administrator', key?: string) =>
  office.call<Answer>(
    who,
    'POST',
    `/imports?kind=${kind}&fileName=${kind}.csv`,
    Buffer.from(bytes),
    key,
  )
const run = (id: string, who: Staff = 'administrator', key?: string) =>
  office.call<Answer>(who, 'POST', `/imports/${id}/run`, {}, key)
async function importAll(kind: Kind, bytes: Buffer | string): Promise<Answer> {
  const { status, body } = await preview(kind, bytes)
  expect({ status, message: body.message }).toEqual({ status: 200, message: undefined })
  return (await run(body.id)).body
}
const counts = ({ rows, added, changed, unchanged, errorCount }: Answer) => ({
  rows,
  added,
  changed,
  unchanged,
  errorCount,
})
async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const found = await office.database.admin.query<Row>(sql, [office.orgId, ...values])
  return found.rows
}
async function workbook(...sheet: unknown[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const list = book.addWorksheet('名单')
  for (const cells of sheet) list.addRow(cells)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('customers', () => {
  test('a file in GBK from a Chinese Excel, columns in any order, quotation marks, line breaks, traditional characters', async () => {
    // 电话,客户名称,备注,客户编号 / 0519-80001234,"常州汇通, 汽修",“两行” …
    const gbk = Buffer.from(
      'b5e7bbb02cbfcdbba7c3fbb3c62cb1b8d7a22cbfcdbba7b1e0bac50d0a303531392d38303030313233342c22b3a3d6ddbbe3cda82c20c6fbd0de222c22b5dad2bbd0d00d0ab5dab6fed0d0222c474b2d310d0a',
      'hex',
    )
    const { body } = await preview('customers', gbk)
    expect(counts(body)).toEqual({ rows: 1, added: 1, changed: 0, unchanged: 0, errorCount: 0 })
    expect(body.preview).toEqual([
      { phone: '0519-8000****', name: '常州汇通, 汽修', note: '第一行\r\n第二行', code: 'GK-1' },
    ])
    expect((await run(body.id)).body).toMatchObject({ done: true, added: 1 })
    const text = '\ufeff客户名称,称呼,地址\r\n"無錫""金匯""貿易 🚗",王先生,無錫市\r\n'
    expect(await importAll('customers', text)).toMatchObject({ added: 1 })
    expect(
      await rows(
        `select name, name_key, phone, note, outside_code from customer where org_id = $1 order by outside_code`,
      ),
    ).toMatchObject([
      {
        name: '常州汇通, 汽修',
        phone: '0519-80001234',
        note: '第一行\r\n第二行',
        outside_code: 'GK-1',
      },
      { name: '無錫"金匯"貿易 🚗', name_key: '无锡"金汇"贸易🚗', outside_code: null },
    ])
  })

  test('run again adds nothing; changed cells change that customer and no other, empty cells empty nothing', async () => {
    const list = (phone: string, note: string) =>
      `客户编号,客户名称,电话,备注\nR-1,重跑一厂,${phone},${note}\nR-2,重跑二厂,0519-1111111,\n`
    expect(counts(await importAll('customers', list('0519-2222222', '老客户')))).toMatchObject({
      added: 2,
    })
    const again = await importAll('customers', list('0519-2222222', '老客户'))
    expect(counts(again)).toEqual({ rows: 2, added: 0, changed: 0, unchanged: 2, errorCount: 0 })
    const changed = await importAll('customers', list('0519-3333333', ''))
    expect(counts(changed)).toEqual({ rows: 2, added: 0, changed: 1, unchanged: 1, errorCount: 0 })
    expect(
      await rows(
        `select outside_code, phone, phone_digits, note, version from customer
         where org_id = $1 and outside_code in ('R-1', 'R-2') order by outside_code`,
      ),
    ).toEqual([
      {
        outside_code: 'R-1',
        phone: '0519-3333333',
        phone_digits: '05193333333',
        note: '老客户',
        version: 2,
      },
      {
        outside_code: 'R-2',
        phone: '0519-1111111',
        phone_digits: '05191111111',
        note: '',
        version: 1,
      },
    ])
    expect(
      await rows(
        `select e.type, e.seq, v.fields from event e join event_value v using (org_id, stream_id, seq)
         join customer c on c.org_id = e.org_id and c.customer_id = e.stream_id
         where e.org_id = $1 and c.outside_code = 'R-1' order by e.seq`,
      ),
    ).toMatchObject([
      {
        type: 'customer-created',
        seq: 1,
        fields: { 'values.name': '重跑一厂', 'values.outsideCode': 'R-1' },
      },
      { type: 'customer-changed', seq: 2, fields: { 'values.phone': '0519-3333333' } },
    ])
  })

  test('without numbers a customer is found by exact name and phone, and gets its number from a later list', async () => {
    const first = '客户名称,电话\n无编号厂,0519-7777777\n无编号厂,0519-8888888\n'
    expect(await importAll('customers', first)).toMatchObject({ added: 2 })
    expect(await importAll('customers', first)).toMatchObject({ added: 0, unchanged: 2 })
    const numbered = '客户编号,客户名称,电话\nN-1,無編號廠,0519-7777777\n'
    expect(await importAll('customers', numbered)).toMatchObject({ added: 0, changed: 1 })
    expect(
      await rows(`select phone from customer where org_id = $1 and outside_code = 'N-1'`),
    ).toEqual([{ phone: '0519-7777777' }])
  })

  test('doubles in one file: the same is counted once, the contradicting one is an error of its row', async () => {
    const { body } = await preview(
      'customers',
      '客户编号,客户名称,电话\nD-1,双一,0519-1234567\nD-1,双一,0519-1234567\nD-1,双二,0519-1234567\n',
    )
    expect(counts(body)).toEqual({ rows: 3, added: 1, changed: 0, unchanged: 1, errorCount: 1 })
    expect(body.errors).toMatchObject([{ row: 4, column: '客户编号', value: 'D-1' }])
    expect(counts((await run(body.id)).body)).toEqual(counts(body))
  })

  test('every wrong cell has its row, column, value and a sentence; the good rows come in', async () => {
    const { body } = await preview(
      'customers',
      [
        '客户编号,客户名称,客户类型,电话,通讯录',
        'E-1,,企业,0519-1234567,',
        'E-2,错类型厂,火星人,0519-1234567,',
        'E-3,打星号厂,企业,0519-8000****,',
        'E-4,没号码厂,企业,没有,',
        '1.23457E+19,丢数字厂,企业,0519-1234567,',
        `E-6,${'长'.repeat(121)},企业,0519-1234567,`,
        'E-7,好厂,代理商,0519-1234567,罗建国/厂长/13861206620；小王/仓库/13861209999',
      ].join('\n'),
    )
    expect(body.errors.map(({ row, column, value }) => [row, column, value.slice(0, 12)])).toEqual([
      [2, '客户名称', ''],
      [3, '客户类型', '火星人'],
      [4, '电话', '0519-8000***'],
      [5, '电话', '没有'],
      [6, '客户编号', '1.23457E+19'],
      [7, '客户名称', '长'.repeat(12)],
    ])
    expect(body.errors[1]?.message).toBe('只能填：代理商、终端用户、企业、个人')
    expect(body.preview.at(-1)?.['contacts']).toBe('罗建国/厂长/138********；小王/仓库/138********')
    const done = (await run(body.id)).body
    expect(counts(done)).toEqual({ rows: 7, added: 1, changed: 0, unchanged: 0, errorCount: 6 })
    expect(
      await rows(`select contacts, party from customer where org_id = $1 and outside_code = 'E-7'`),
    ).toEqual([
      {
        party: 'agent',
        contacts: [
          { name: '罗建国', role: '厂长', phone: '13861206620' },
          { name: '小王', role: '仓库', phone: '13861209999' },
        ],
      },
    ])
  })

  test('the rows with errors come back as a file that runs nothing and can be imported after mending', async () => {
    const { body } = await preview(
      'customers',
      '客户编号,客户名称,电话\nF-1,"=cmd|\' /C calc\'!A0",没有\nF-2,@SUM(1),+86\n',
    )
    const file = await office.call('administrator', 'GET', `/imports/${body.id}/errors`)
    const text = file.bytes.toString()
    expect(text.startsWith('\ufeff行号,客户编号,客户名称,电话,错误\r\n')).toBe(true)
    expect(text).toContain("2,F-1,'=cmd|' /C calc'!A0,没有,电话：")
    expect(text).toContain("3,F-2,'@SUM(1),'+86,")
    expect(file.headers['content-disposition']).toContain('attachment')
    const mended = text.replace('没有', '0519-1234567').replace("'+86", "'+86 138 6120 6620")
    expect(await importAll('customers', mended)).toMatchObject({ added: 2, errorCount: 0 })
    expect(
      await rows(`select phone from customer where org_id = $1 and outside_code = 'F-2'`),
    ).toEqual([{ phone: '+86 138 6120 6620' }])
  })

  test('five thousand rows from a workbook: added once, found again, nothing stays behind of the file', async () => {
    const list = Array.from({ length: 5_000 }, (_, index) => [
      `BIG-${index}`,
      `第${index}号汽车修理厂`,
      13_900_000_000 + index,
      new Date(Date.UTC(2026, 2, 2)),
    ])
    const book = await workbook(
      ['客户名单'],
      [],
      ['客户编号', '客户名称 *', '联系电话', '对账日'],
      ...list,
    )
    const { body } = await preview('customers', book)
    expect(counts(body)).toEqual({
      rows: 5000,
      added: 5000,
      changed: 0,
      unchanged: 0,
      errorCount: 0,
    })
    expect(body.columns.map((column) => column.label)).toEqual(['客户编号', '客户名称', '电话'])
    // Pressed twice, sent by two tabs: the work is shared, not doubled.
    const [one, two] = await Promise.all([run(body.id), run(body.id)])
    expect([one.body.added, two.body.added].sort((a, b) => a - b)).toEqual([0, 5000])
    expect(
      await rows(
        `select count(*)::int as n from customer where org_id = $1 and outside_code like 'BIG-%'`,
      ),
    ).toEqual([{ n: 5000 }])
    expect(
      await rows(
        `select content -> 'entries' as kept from import_run where org_id = $1 and import_id = $2`,
        [body.id],
      ),
    ).toEqual([{ kept: [] }])
    expect(await importAll('customers', book)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 5000,
    })
  }, 120_000)

  test('the answer to a run sent again is the same answer; asked anew it has done nothing', async () => {
    const { body } = await preview('customers', '客户编号,客户名称\nA-1,再问厂\n')
    const first = (await run(body.id, 'administrator', 'run-again-key-1')).body
    expect(first).toMatchObject({ added: 1, done: true })
    expect((await run(body.id, 'administrator', 'run-again-key-1')).body).toEqual(first)
    expect((await run(body.id)).body).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
      done: true,
    })
  })
})

describe('products and invoices', () => {
  const products =
    '产品编码,品名,规格,单位\nCF4-18,CF-4 15W-40 柴机油,18L 桶,桶\nGL5-4,GL-5 齿轮油,4L 桶,桶\n'
  const invoices = (quantity: string, last = 'GL5-4') =>
    `发票号,客户编号,购买日期,产品编码,批号,数量\nfp2026-1,INV-C,2026/1/15,CF4-18,B2601,${quantity}\nFP2026-1,INV-C,2026年1月15日,${last},B2602,4\nFP2026-2,INV-C,46037,CF4-18,,1.50\n`

  test('by code, changed rows change; an invoice stands for all its lines, rerun adds nothing', async () => {
    expect(await importAll('products', products)).toMatchObject({ added: 2 })
    expect(await importAll('products', products)).toMatchObject({ added: 0, unchanged: 2 })
    expect(await importAll('products', products.replace('4L 桶', '5L 桶'))).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
    await importAll('customers', '客户编号,客户名称\nINV-C,发票客户\n')

    expect(counts(await importAll('invoices', invoices('20')))).toEqual({
      rows: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
      errorCount: 0,
    })
    expect(await importAll('invoices', invoices('20'))).toMatchObject({ added: 0, unchanged: 3 })
    expect(await importAll('invoices', invoices('21'))).toMatchObject({
      added: 0,
      changed: 2,
      unchanged: 1,
    })
    expect(
      await rows(
        `select i.number, i.purchased_on::text, l.line, p.code, l.batch, l.quantity::text
         from invoice i join invoice_line l using (org_id, invoice_id) join product p using (org_id, product_id)
         where i.org_id = $1 order by 1, 3`,
      ),
    ).toEqual([
      {
        number: 'FP2026-1',
        purchased_on: '2026-01-15',
        line: 1,
        code: 'CF4-18',
        batch: 'B2601',
        quantity: '21',
      },
      {
        number: 'FP2026-1',
        purchased_on: '2026-01-15',
        line: 2,
        code: 'GL5-4',
        batch: 'B2602',
        quantity: '4',
      },
      {
        number: 'FP2026-2',
        purchased_on: '2026-01-15',
        line: 1,
        code: 'CF4-18',
        batch: '',
        quantity: '1.5',
      },
    ])
    expect(
      await rows(
        `select type, count(*)::int as n from event where org_id = $1 and noun = 'import' and type <> 'import-finished'
         group by type order by type`,
      ),
    ).toEqual([
      { type: 'invoices-imported', n: 2 },
      { type: 'products-imported', n: 2 },
    ])
  })

  test('half an invoice is never imported: all its rows say which one is wrong', async () => {
    const { body } = await preview('invoices', invoices('5', 'NO-SUCH'))
    expect(body.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, '发票号'],
      [3, '产品编码'],
    ])
    expect(body.errors[0]?.message).toContain('第 3 行有错')
    const wrong = await preview(
      'invoices',
      '发票号,客户名称,购买日期,产品编码,数量\nX-1,没这客户,2026-02-30,CF4-18,1\nX-2,没这客户,2026-01-01,CF4-18,一桶\nX-3,没这客户,2026-01-01,CF4-18,1\nX-4,,2026-01-01,CF4-18,1\n',
    )
    expect(
      wrong.body.errors.map(({ row, column, message }) => [row, column, message.slice(0, 8)]),
    ).toEqual([
      [2, '购买日期', '日期看不懂，请写'],
      [3, '数量', '数量要是大于 0'],
      [4, '客户名称', '客户名单里没有这'],
      [5, '客户名称', '客户编号和客户名'],
    ])
    expect(await rows(`select 1 from invoice where org_id = $1 and number like 'X-%'`)).toEqual([])
  })
})

describe('staff', () => {
  const list = (posts: string) =>
    `登录名,姓名,现场,上级登录名,岗位,初始密码\nli.na,李娜,常州总厂,wang.boss,${posts},first password 1\nwang.boss,王总,常州总厂,,领导,first password 2\n`

  test('people come in with site, superior and posts, superiors first; rerun adds nothing and keeps passwords', async () => {
    const { body } = await preview('staff', list('接待员、业务员'))
    expect(JSON.stringify(body)).not.toContain('first password')
    expect(
      await rows(
        `select 1 from import_run where org_id = $1 and content::text like '%first password%'`,
      ),
    ).toEqual([])
    expect(counts((await run(body.id)).body)).toMatchObject({ added: 2, errorCount: 0 })
    expect(
      await rows(
        `select p.login, p.name, b.login as boss, p.posts from person p left join person b on b.org_id = p.org_id and b.user_id = p.reports_to
         where p.org_id = $1 and p.login in ('li.na', 'wang.boss') order by 1`,
      ),
    ).toEqual([
      {
        login: 'li.na',
        name: '李娜',
        boss: 'wang.boss',
        posts: [
          { playbook: 'LUB', post: 'receptionist' },
          { playbook: 'LUB', post: 'salesperson' },
        ],
      },
      {
        login: 'wang.boss',
        name: '王总',
        boss: null,
        posts: [{ playbook: 'LUB', post: 'leader' }],
      },
    ])
    const before = await rows(`select password_hash from credential where org_id = $1 order by 1`)
    expect(await importAll('staff', list('接待员'))).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
    })
    expect(await rows(`select password_hash from credential where org_id = $1 order by 1`)).toEqual(
      before,
    )
    expect(await importAll('staff', list('接待员').replace('李娜', '李娜娜'))).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
  })

  test('a post that asks for qualification is refused in its row, with what is missing (STF-01)', async () => {
    const { body } = await preview(
      'staff',
      '登录名,姓名,现场,岗位,初始密码\nnew.one,新人,常州总厂,售后服务人员,long password 1\nnew.two,新人二,不存在的厂,接待,short\nBAD LOGIN,坏,常州总厂,,long password 1\n',
    )
    expect(body.added).toBe(0)
    expect(body.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, '岗位'],
      [3, '初始密码'],
      [4, '登录名'],
    ])
    expect(body.errors[0]?.message).toContain('STF-01')
    const unknown = await preview(
      'staff',
      '登录名,姓名,现场,岗位,初始密码\nnew.two,新人二,不存在的厂,接待,long password 1\n',
    )
    expect(unknown.body.errors.map(({ column }) => column)).toEqual(['现场', '岗位'])
  })

  test('a log-in name of another organisation is an error of its row, found at the run', async () => {
    const { body } = await preview(
      'staff',
      '登录名,姓名,现场,初始密码\nforeigner,撞名,常州总厂,long password 1\n',
    )
    const done = (await run(body.id)).body
    expect(done).toMatchObject({ added: 0, errorCount: 1, done: true })
    expect(done.errors[0]).toMatchObject({ row: 2, column: '登录名', value: 'foreigner' })
  })

  test('superiors in a circle are refused', async () => {
    const { body } = await preview(
      'staff',
      '登录名,姓名,现场,上级登录名,初始密码\ncir.a,甲,常州总厂,cir.b,long password 1\ncir.b,乙,常州总厂,cir.a,long password 1\n',
    )
    expect(body).toMatchObject({ added: 0, errorCount: 2 })
  })
})

describe('files that are no list', () => {
  test.each<[string, Buffer | string, string, number]>([
    ['nothing', '', '没有内容', 400],
    ['blank lines', '\n\n,,\n', '没有内容', 400],
    ['a header alone', '客户名称,电话\n', '没有内容', 400],
    ['another list', '姓甚,名谁\n1,2\n', '没有找到这些列：“客户名称”', 400],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx', 400],
    ['a broken workbook', Buffer.from('504b030414000000080000002100', 'hex'), '打不开', 400],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), '不能导入', 415],
    ['an open quotation mark', `客户名称,备注\n"甲,${'x'.repeat(20)}\n乙,y\n`, '引号没有成对', 400],
  ])('%s gets its sentence and changes nothing', async (_what, bytes, sentence, status) => {
    const answer = await preview('customers', bytes)
    expect(answer.status).toBe(status)
    expect(answer.body.message).toContain(sentence)
  })

  test('a workbook cut in the middle is broken, not half imported', async () => {
    const book = await workbook(
      ['客户名称'],
      ...Array.from({ length: 500 }, (_, index) => [`半截${index}`]),
    )
    const { status, body } = await preview('customers', book.subarray(0, book.length - 800))
    expect(status).toBe(400)
    expect(body.message).toContain('打不开')
  })

  test('fifty thousand and one rows are too many', async () => {
    const text = `客户名称\n${Array.from({ length: 50_001 }, (_, index) => `多${index}`).join('\n')}`
    expect((await preview('customers', text)).body.message).toContain('50,000')
  })

  test('an unknown kind is refused by name', async () => {
    expect((await preview('orders' as Kind, '客户名称\n甲\n')).status).toBe(400)
  })
})

describe('whose import it is', () => {
  test('only the uploader runs and reads it; other organisations and posts do not', async () => {
    const { body } = await preview('customers', '客户名称\n谁的厂\n')
    expect((await run(body.id, 'foreigner')).status).toBe(404)
    expect((await office.call('foreigner', 'GET', `/imports/${body.id}/errors`)).status).toBe(404)
    expect((await run(body.id, 'handler')).status).toBe(422)
    expect((await preview('customers', '客户名称\n甲\n', 'leader')).status).toBe(422)
    expect((await run('01900000-0000-7000-8000-0000000000ff')).status).toBe(404)
  })

  test('numbers of another organisation match nothing here', async () => {
    await preview('customers', '客户编号,客户名称\nTWIN-1,孪生厂\n', 'foreigner').then(({ body }) =>
      run(body.id, 'foreigner'),
    )
    const { body } = await preview('customers', '客户编号,客户名称\nTWIN-1,孪生厂\n')
    expect(body.added).toBe(1)
  })

  test('uploaded again with its key it is one import; the key with another file is an error', async () => {
    const first = await preview('customers', '客户名称\n键一\n', 'administrator', 'upload-key-1')
    const second = await preview('customers', '客户名称\n键一\n', 'administrator', 'upload-key-1')
    expect(second.body.id).toBe(first.body.id)
    expect(
      (await preview('customers', '客户名称\n键二\n', 'administrator', 'upload-key-1')).status,
    ).toBe(409)
  })
})

describe('templates', () => {
  test.each<Kind>(['customers', 'products', 'invoices', 'staff'])(
    'of %s can be filled in and imported, as workbook and as text',
    async (kind) => {
      for (const format of ['xlsx', 'csv']) {
        const file = await office.call(
          'administrator',
          'GET',
          `/imports/template?kind=${kind}&format=${format}`,
        )
        expect(file.headers['content-disposition']).toContain(`.${format}`)
        const empty = await preview(kind, file.bytes)
        expect(empty.body.message).toContain('没有内容')
      }
    },
  )
})
