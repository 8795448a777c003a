import type { DeliveryMeans } from '../../platform/deliver/delivery.ts'
import { countAddress } from './attempt-limits.ts'
import { heldLink } from './held-link.ts'
import type { PortalPorts } from './portal-ports.ts'

/** What a stranger with the link learns: the company and by what means a code would go out. Nothing of the customer. */
export async function lookAtLink(
  ports: PortalPorts,
  token: string,
  address: string,
): Promise<{ company: string; means: DeliveryMeans; expiresAt: string }> {
  await countAddress(ports.pool, address)
  const { link } = await heldLink(ports, token)
  const { name } = await ports.directory(link.orgId)
  return { company: name, means: link.means, expiresAt: link.expiresAt }
}
