import type { api, PortalLinkView } from '@yinuo/contract'
import type { Call } from '../../platform/http/handler.ts'
import { type CommandCall, runCaseCommand } from '../complaint/index.ts'
import { revokeLinks } from './link-store.ts'
import type { PortalPorts } from './portal-ports.ts'
import { viewLink } from './view-link.ts'

/** From now on the link opens nothing, whatever its customer has on his screen. */
export async function revokeLink(
  ports: PortalPorts,
  call: Call<typeof api.portal.revokeLink>,
): Promise<PortalLinkView> {
  await withdrawLink(ports, call, call.body.reason)
  return viewLink(ports, call.principal, call.params.id)
}

export async function withdrawLink(
  ports: PortalPorts,
  call: CommandCall & { readonly params: { readonly id: string } },
  reason: string,
): Promise<void> {
  await runCaseCommand(ports, call, call.params.id, { type: 'revoke-link', reason })
  await revokeLinks(ports.pool, call.principal.orgId, call.params.id)
}
