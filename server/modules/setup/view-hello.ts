import type { api, OutputOf } from '@yinuo/contract'
import { countOrganisations } from './setup-attempts-store.ts'
import type { SetupPorts } from './setup-ports.ts'

/** What the log-in page has to know before anybody is logged in. */
export async function viewHello(ports: SetupPorts): Promise<OutputOf<typeof api.session.hello>> {
  const demo = ports.demoLogins !== null
  return {
    demo,
    setupNeeded: !demo && (await countOrganisations(ports.pool)) === 0,
    version: ports.version,
    demoLogins: [...(ports.demoLogins ?? [])],
  }
}
