import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskForTests } from './desk.ts'
import {
  choose,
  expectSeen,
  fillIn,
  locked,
  openFromMenu,
  press,
  reasonOf,
  record,
  recordFromList,
} from './gestures.ts'

// S01 in the browser: five people at five desks, by roles and labels, with the scenario's data. What they see is asserted;
// what is stored is s01.http.test.ts.

const desk = deskForTests()
let liufang: Page
let chenzhiqiang: Page
let zhoujianguo: Page
let zhaoyong: Page
let sunli: Page
/** `/complaints/…` as 刘芳's browser shows it after registering. */
let address = ''

beforeAll(async () => {
  const people = [
    await desk().person('receptionist'),
    await desk().person('handler'),
    await desk().person('leader'),
    await desk().person('warehouse'),
    await desk().person('marketing'),
  ]
  ;[liufang, chenzhiqiang, zhoujianguo, zhaoyong, sunli] = people.map(({ page }) => page) as [
    Page,
    Page,
    Page,
    Page,
    Page,
  ]
})

const bell = (page: Page, unread: number) =>
  page.getByRole('button', { name: `通知，${unread} 条未读` })

describe('S01 line 1–3: from the phone call to the handler', () => {
  test('CMP-01, CMP-02: without 电话号码 刘芳 is refused at the field; filled in, the case has a number and waits for her signature', async () => {
    await press(liufang, '登记投诉')
    await fillIn(liufang, {
      公司名称: '鑫源润滑油经销部',
      地址: '常州市武进区湖塘镇人民路18号',
      原因: 'CF-4 15W-40 柴机油使用后油压报警',
      谁说的: '罗经理',
    })
    await choose(liufang, '投诉方', '代理商')
    await fillIn(liufang, { 最终用户: '宏达汽车修理厂' })
    await liufang.getByLabel('移交给').selectOption({ label: '陈志强，售后服务人员' })

    const sign = locked(liufang, '签字并移交')
    expect(await reasonOf(sign)).toMatch(/还缺 1 项：电话号码（CMP-02）/)
    await press(liufang, '只登记')
    const refusal = liufang.getByRole('alert')
    await expectSeen(refusal.getByText('没有填电话号码'))
    const phone = liufang.getByLabel('电话号码', { exact: true })
    expect(await phone.evaluate((field) => field === document.activeElement)).toBe(true)

    await phone.fill('0519-80001234')
    await press(liufang, '只登记')
    await expectSeen(liufang.getByRole('heading', { level: 1, name: /油压报警/ }))
    address = new URL(liufang.url()).pathname
    expect(address).toMatch(/^\/complaints\/[0-9a-f-]{36}$/)
    await expectSeen(liufang.getByText(/^TS-\d{8}-\d{4}$/))
    await expectSeen(liufang.getByText(/待签字/))
  })

  test('SYS-09: 刘芳 sees the number masked; 周建国 uncovers it and that leaves a trace', async () => {
    const masked = liufang.getByText('0519-8000****').first()
    await expectSeen(masked)
    expect(await liufang.content()).not.toContain('80001234')
    await zhoujianguo.goto(address)
    await zhoujianguo
      .getByRole('button', { name: /显示电话号码/ })
      .last()
      .click()
    await expectSeen(zhoujianguo.getByText('0519-80001234'))
    await expectSeen(zhoujianguo.getByText(/周建国.*(看了|显示).*电话/))
  })

  test('CMP-03, CMP-04: unsigned it cannot be handed over and nobody signs for her; signed it goes to 陈志强, who sees it come without reloading', async () => {
    const panel = await openFromMenu(liufang, '移交')
    expect(await reasonOf(locked(panel, '移交'))).toMatch(/签字.*CMP-0[34]/)
    await press(panel, '收起')
    expect(await reasonOf(locked(zhoujianguo, '签字'))).toMatch(/刘芳.*CMP-03|CMP-03.*刘芳/)
    await chenzhiqiang.goto(address)
    await expectSeen(chenzhiqiang.getByRole('alert'))
    await chenzhiqiang.goto('/')
    await expectSeen(bell(chenzhiqiang, 0))

    // Until she signs she puts right what she wrote, in its place.
    await press(liufang, '改正登记内容')
    const correcting = liufang.getByRole('region', { name: '更正登记' })
    await correcting.getByLabel('哪一项').selectOption({ label: '规格' })
    await correcting.getByLabel('正确的内容').fill('18L 铁桶')
    await press(correcting, '改正')
    await expectSeen(liufang.getByText('18L 铁桶'))

    await press(liufang, '签字')
    await expectSeen(liufang.getByText(/刘芳（接待员）.*签字，登记内容已锁定/))
    await liufang.getByRole('radio', { name: /陈志强/ }).check()
    await press(liufang, '移交给陈志强')
    await expectSeen(liufang.getByText(/移交给陈志强，等确认接收；接收前仍由刘芳负责/))

    await expectSeen(bell(chenzhiqiang, 1))
    await expectSeen(chenzhiqiang.getByRole('main').getByText(/油压报警/))
  })

  test('STF-01, STF-02: 王小明 with three years of the trade cannot be made 售后服务人员', async () => {
    const { page, context } = await desk().person('administrator')
    await page.goto('/people')
    await page.getByRole('navigation', { name: '人员名单' }).getByText('王小明').click()
    await press(page, '考核行业经验年数')
    await page.getByLabel('几年').fill('3')
    await press(page, '记合格')
    await expectSeen(page.getByRole('alert').getByText(/STF-02/))
    await page.getByLabel('授予岗位').selectOption({ label: '售后服务人员（须资格合格）' })
    await press(page, '授予')
    await expectSeen(page.getByRole('alert').getByText(/STF-01/))
    await context.close()
  })

  test('CMP-04: 陈志强 opens it from the bell and acknowledges; 刘芳 sees that it is his now', async () => {
    await press(chenzhiqiang, '通知，1 条未读')
    await chenzhiqiang.getByRole('dialog', { name: '通知' }).getByRole('link').first().click()
    await expectSeen(chenzhiqiang.getByRole('heading', { level: 1, name: /油压报警/ }))
    await press(chenzhiqiang, '确认接收')
    await expectSeen(findingOut())
    await expectSeen(liufang.getByText('了解中，由陈志强负责'))
  })
})

const findingOut = () => chenzhiqiang.getByRole('region', { name: '投诉内容详细了解表' })

describe('S01, the thin way: from finding out to a satisfied customer', () => {
  test('INV-01, INV-02: no analysis before a contact and nine answers; 客户无法提供 with a reason is an answer', async () => {
    const on = locked(chenzhiqiang, '进入“分析说明协商”')
    expect(await reasonOf(on)).toMatch(/INV-01/)
    expect(await reasonOf(on)).toMatch(/没有填.*使用前的牌子.*INV-02/)

    await press(chenzhiqiang.getByRole('list', { name: '处理步骤' }), '记一次联系')
    const contact = chenzhiqiang.getByRole('region', { name: '记一次联系' })
    await fillIn(contact, { 内容: '怠速报警,热车更频繁' })
    await press(contact, '记下这次联系')
    await expectSeen(chenzhiqiang.getByText('怠速报警,热车更频繁'))

    await fillIn(findingOut(), {
      名称: 'CF-4 15W-40 柴机油',
      规格: '18 L 桶',
      生产日期: '2025-11-18',
      生产批号: '20251118-B2',
      何时使用: '2026-02-20 换油',
      问题的表现: '怠速时油压报警灯亮,热车后更频繁',
      之前怎么样: '油压正常,无报警',
      最近使用情况: '矿山短途,每天约 10 小时',
      客户认为如何处理才合适: '换成没有问题的油',
      客户的要求: '赔油2桶',
      '用自己的话复述，读给客户听': '换油以后怠速报警,热车更频繁',
    })
    await fillIn(chenzhiqiang.getByRole('region', { name: '问题库' }), {
      '平时拉多重、走什么路': '满载,矿山',
      换油时旧油放净了吗: '放净',
      滤芯换了没有: '换了',
      和别的油混用过吗: '没有',
    })
    await press(chenzhiqiang, '存表')
    await expect.poll(() => reasonOf(on)).toMatch(/使用前的牌子/)
    await findingOut().getByLabel('使用前的牌子').focus()
    await chenzhiqiang.keyboard.press('Alt+0')
    await chenzhiqiang.keyboard.type('司机已离职')
    await chenzhiqiang.keyboard.press('Enter')
    await expectSeen(findingOut().getByText('客户无法提供：司机已离职'))
    await press(chenzhiqiang, '存表')
    await record(chenzhiqiang, '复述给客户确认', async (panel) => {
      await choose(panel, '客户怎么说', '确认无误')
    })
    await press(chenzhiqiang, '进入“分析说明协商”')
    await expectSeen(chenzhiqiang.getByRole('region', { name: '谈判前考虑表' }))
  })

  test('APR-01, APR-02: a plan without opinion is refused; with it 周建国 sees it arrive and approves 860.00, which 陈志强 cannot', async () => {
    await expectSeen(chenzhiqiang.getByText('未向最终用户核实'))
    await record(chenzhiqiang, '向最终用户核实', async (panel) => {
      await fillIn(panel, { 向谁核实: '宏达汽车修理厂', 核实的结果: '说法一致' })
    })
    await recordFromList(chenzhiqiang, '听客户说完', async (panel) => {
      await fillIn(panel, { '客户说了什么（不打断）': '停车一天亏一天', 说了几分钟: '4' })
      await choose(panel, '客户说完了', '是')
    })
    await record(chenzhiqiang, '安抚客户', async (panel) => {
      await choose(panel, '客户的心情', '生气')
      await fillIn(panel, { 做了什么让他平静: '听完,道歉' })
      await choose(panel, '之后的心情', '平静')
    })
    await record(chenzhiqiang, '道歉', async (panel) => {
      await fillIn(panel, { 为给客户带来的什么不便: '耽误了工期' })
    })
    const analysis = chenzhiqiang.getByRole('region', { name: '问题分析表' })
    await choose(analysis, '问题有多严重', '一般')
    await choose(analysis, '把握程度', '有把握')
    await fillIn(analysis, { 掌握到什么程度: '留样粘度偏低', 除了经济补偿还要求什么: '没有' })
    await choose(analysis, '有必要去外地进一步了解吗', '否')
    await choose(analysis, '代理商的说法要找特定用户核实吗', '是')
    await choose(analysis, '客户说的有没有道理', '有道理')
    const form = chenzhiqiang.getByRole('region', { name: '谈判前考虑表' })
    await choose(form, 'a 是否有长期贸易关系', '是，有长期贸易关系')
    await choose(form, 'b 以后再购买还有希望吗', '有希望')
    await choose(form, 'd 顾客的要求合理吗', '合理、不过分')
    await choose(form, 'e 公司有什么过错', '公司过错')
    await fillIn(form, {
      'c 可能造成的商誉和口碑影响': '当地口碑',
      顾客的要求是什么: '赔油2桶',
      简要分析: '同批次留样粘度偏低',
    })
    await press(chenzhiqiang, '存表')

    const plan = chenzhiqiang.getByRole('region', { name: '处理方案' })
    await press(plan, '赠送油品')
    await fillIn(plan, {
      '赠送油品 品名规格': 'CF-4 15W-40 18L',
      '赠送油品 数量': '2',
      '赠送油品 单位': '桶',
      '赠送油品 金额': '760',
    })
    await press(plan, '小礼品')
    await fillIn(plan, { '小礼品 金额': '100', '小礼品 谁': '罗经理', '小礼品 哪天': '2026-03-05' })
    await press(plan, '道歉')
    await fillIn(plan, { 保住的年采购: '8600' })
    await expectSeen(plan.getByText('算下来：不亏'))
    await press(chenzhiqiang, /^报领导批准/)
    await expectSeen(chenzhiqiang.getByRole('alert').getByText(/处理意见/))
    await fillIn(plan, { 处理意见: '同批次留样粘度偏低,我方有过错,按从优处理' })
    await expectSeen(bell(zhoujianguo, 0))
    await press(chenzhiqiang, '报领导批准 860.00 元')

    await expectSeen(bell(zhoujianguo, 1))
    await expectSeen(zhoujianguo.getByRole('button', { name: '同意 860.00 元' }))
    expect(await reasonOf(locked(chenzhiqiang, '批复方案'))).toMatch(/领导/)
    await press(zhoujianguo, '退回')
    await expectSeen(zhoujianguo.getByText('退回或不同意，请写明意见。'))
    await press(zhoujianguo, '同意 860.00 元')
    await expectSeen(chenzhiqiang.getByText(/周建国同意/))
  })

  test('APR-03, CLK-07, AGR-01: the decision is told, the customer accepts, and only then is there an agreement; telling is the answer of the day', async () => {
    const page = chenzhiqiang
    const tell = page.getByRole('region', { name: '把决定告诉客户' })
    await fillIn(tell, { 和谁谈的: '罗经理', 怎么说的: '赠油两桶、小礼品一份并道歉' })
    await press(tell, '告知客户')
    await expectSeen(page.getByRole('button', { name: /当天答复 .*已完成/ }))
    const opinion = page.getByRole('region', { name: '客户意见' })
    await choose(opinion, '客户怎么说', '同意方案')
    await fillIn(opinion, { 客户原话: '可以' })
    await press(opinion, '记录客户意见')
    await press(page, '生成处理协议')
    await expectSeen(page.getByRole('article', { name: '处理协议' }).getByText('860.00'))
  })

  test('AGR-01: no execution before both signatures and a second person; 陈志强 cannot be the second person, 周建国 can', async () => {
    const page = chenzhiqiang
    expect(await reasonOf(locked(page, '进入“部门执行”'))).toMatch(/AGR-01/)
    await press(page, '我方签字')
    const scan = page.getByRole('region', { name: '客户签字的扫描件' })
    await scan.getByLabel('文件').setInputFiles({
      name: '处理协议 罗永明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
    })
    await fillIn(scan, { 签字人: '罗永明' })
    await press(scan, '交上扫描件')
    const second = page.getByRole('region', { name: '第二人确认' })
    expect(await reasonOf(locked(second, '确认是客户所签'))).toMatch(/AGR-01/)
    await press(zhoujianguo, '确认是客户所签')
    await press(page, '进入“部门执行”')
    await expectSeen(page.getByRole('region', { name: '执行单' }))
  })

  test('EXE-01, EXE-05: 赵永 and 孙丽 see their tasks come; while one is open nobody closes; a dispatch needs its waybill', async () => {
    expect(await reasonOf(locked(chenzhiqiang, '进入“跟踪至满意”'))).toMatch(/EXE-05/)
    await zhaoyong.goto('/tasks')
    await sunli.goto('/tasks')
    await expectSeen(zhaoyong.getByText('常州市武进区湖塘镇人民路18号'))
    await press(zhaoyong, '接单')
    await press(zhaoyong, '完成发货')
    await expectSeen(zhaoyong.getByRole('alert').getByText(/运单号.*EXE-01/))
    await fillIn(zhaoyong, { 运单号: 'SF1000001' })
    await press(zhaoyong, '完成发货')
    await expectSeen(chenzhiqiang.getByText('SF1000001'))
    await press(sunli, '接单')
    await fillIn(sunli, { 签收情况: '罗经理签收' })
    await press(sunli, '完成发放小礼品')
    await press(chenzhiqiang, '进入“跟踪至满意”')
    await expectSeen(chenzhiqiang.getByRole('region', { name: '跟踪回访' }))
  })

  test('FUP-01, NEG-17: unsatisfied plans the next talk and keeps it open; 满意 closes it and the page shows every step', async () => {
    const page = chenzhiqiang
    const close = locked(page, '结案')
    expect(await reasonOf(close)).toMatch(/FUP-01/)
    const talk = page.getByRole('region', { name: '跟踪回访' })
    await choose(talk, '客户满意吗', '不满意')
    await fillIn(talk, { 客户怎么回答: '还是响', 对什么不满: '仍有异响' })
    await press(talk, '记录回访')
    await expectSeen(talk.getByText('这一项还没有填'))
    await choose(talk, '方案要不要改', '不用改')
    await talk.getByLabel('下次跟踪').fill('2026-03-04T10:00')
    await press(talk, '记录回访')
    await expectSeen(page.getByText('仍有异响'))
    expect(await reasonOf(close)).toMatch(/FUP-01/)

    await choose(talk, '方式', '上门')
    await choose(talk, '客户满意吗', '满意')
    await fillIn(talk, { 客户怎么回答: '不响了' })
    await choose(talk, '方案要不要改', '不用改')
    await press(talk, '记录回访')
    // EXE-14: nobody has said yet that the parcel came, and whether it was handled cleanly.
    const last = page.getByRole('region', { name: '结案前看一遍' })
    await expectSeen(last.getByText(/SF1000001 还没有听客户说收到/))
    await choose(talk, '客户满意吗', '满意')
    await fillIn(talk, { 客户怎么回答: '货收到了' })
    await choose(talk, '方案要不要改', '不用改')
    await choose(talk, '货收到了吗', '收到了')
    await press(talk, '记录回访')
    await expectSeen(last.getByText('没有未了的承诺、执行单和包裹。'))
    await last.getByLabel('都干净彻底地处理完了').check()
    await press(page, '结案')
    await expectSeen(page.getByText(/结案：满意/))
    await expectSeen(liufang.getByText(/结案：满意/))
    const path = page.getByRole('list', { name: '处理步骤' })
    for (const step of [
      '登记',
      '详细了解',
      '分析说明协商',
      '报领导批准并回复',
      '客户确认签协议',
      '部门执行',
      '跟踪至满意',
    ])
      await expectSeen(path.getByText(step))
  })
})
