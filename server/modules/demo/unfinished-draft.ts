import { randomUUIDv7 } from 'node:crypto'
import { demoTime } from './demo-clock.ts'
import type { DemoDesk } from './demo-desk.ts'

const CALLER = { id: randomUUIDv7(), at: demoTime('03-03 10:19') }

/** A call that broke off: the draft stays open and shows as 未登记完 after a quarter of an hour. */
export const UNFINISHED_DRAFT = {
  at: CALLER.at,
  run: (desk: DemoDesk): Promise<unknown> =>
    desk.call('liufang', 'POST', '/intake-drafts', {
      id: CALLER.id,
      playbook: 'LUB',
      content: {
        channel: 'phone',
        values: { company: '大运挂车维修', reporter: '石师傅' },
        words: [{ at: CALLER.at.toString(), text: '上个月买的齿轮油，桶底好像有东西', key: false }],
        unfinished: '他说要去看一下桶，等会儿打过来',
      },
    }),
}
