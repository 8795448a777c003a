import type { Pool } from 'pg'
import { builtInPlaybook } from '@yinuo/playbooks'
import { StartFailure } from '../../platform/database/index.ts'
import { foundOrganisation } from '../setup/index.ts'
import { type ClockPorts, DemoClock, demoTime } from './demo-clock.ts'
import { DemoDesk, type Injectable } from './demo-desk.ts'
import { DEMO_ADMINISTRATOR, DEMO_PASSWORD } from './demo-people.ts'
import { readDemoOrganisation, renameOrganisation } from './demo-store.ts'
import { playStories } from './play-stories.ts'
import { seedCustomers } from './seed-customers.ts'
import { seedPurchases } from './seed-purchases.ts'
import { seedStaff } from './seed-staff.ts'
import { STORIES } from './stories/index.ts'

const NAME = '岭川润滑油'
/** The name while the demo is being made: a start that was broken off half-way is recognised by it. */
const UNFINISHED = `${NAME}（正在准备）`
const BEGINS = demoTime('01-05 09:00')
/** Tuesday morning in the middle of the work; from here the clock runs on. */
const DEMO_NOW = demoTime('03-03 10:40')

export type DemoPorts = {
  readonly pool: Pool
  readonly app: {
    readonly server: Injectable
    readonly worker: ClockPorts['worker']
    readonly clock: ClockPorts['clock']
  }
  onNotice(line: string): void
}

/**
 * Fills an empty demo database: a plant in the middle of its work, all of it done by its people through the API in the order
 * in which it would have happened, with the business clock taken along (SYS-05). A filled one is left as it is: then false.
 */
export async function seedDemo(ports: DemoPorts): Promise<boolean> {
  const { pool, app } = ports
  const standing = await readDemoOrganisation(pool)
  if (standing?.name === UNFINISHED)
    throw new StartFailure(
      '演示数据上次没有建完。请停下程序，删除 data 目录，再启动一次。',
      'The demo was left half made: stop, delete the data folder and start again.',
    )
  if (standing !== null) return false
  ports.onNotice('正在准备演示数据，几秒钟 … Preparing the demo …')
  const playbook = builtInPlaybook('LUB')
  const founded = await foundOrganisation(pool, [playbook], {
    organisation: UNFINISHED,
    site: '常州总厂',
    administrator: DEMO_ADMINISTRATOR.name,
    login: DEMO_ADMINISTRATOR.login,
    password: DEMO_PASSWORD,
    demoStart: BEGINS.toString(),
  })
  if (founded === null) return false
  const { orgId, siteId } = founded
  const desk = new DemoDesk(app.server)
  const clock = new DemoClock({ pool, clock: app.clock, worker: app.worker }, orgId)
  const staff = await seedStaff(desk, playbook, siteId)
  const customers = await seedCustomers(desk)
  await seedPurchases(desk)
  await playStories({ desk, clock, staff, customers, playbook }, STORIES)
  await clock.advance(DEMO_NOW)
  await renameOrganisation(pool, orgId, NAME)
  return true
}
