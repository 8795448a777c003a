import type { PortalLinkView } from '@yinuo/contract'
import { contactOnFile, maskContact } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { readVisibleCase } from '../complaint/index.ts'
import { latestLink } from './link-store.ts'
import type { PortalPorts } from './portal-ports.ts'

/** Where a link would go, masked; whether it can be sent here; what became of the last one. */
export async function viewLink(
  ports: Pick<PortalPorts, 'pool' | 'deliveries'>,
  principal: Principal,
  complaintId: string,
): Promise<PortalLinkView> {
  const { state } = await readVisibleCase(ports.pool, principal, complaintId)
  const contact = contactOnFile(state)
  const link = await latestLink(ports.pool, principal.orgId, complaintId)
  return {
    means: contact?.means ?? null,
    contact: contact === null ? '' : maskContact(contact),
    canSend: contact !== null && ports.deliveries[contact.means] !== undefined,
    link:
      link === null || link.agreementVersion !== state.agreement?.version
        ? null
        : {
            sentAt: link.sentAt,
            sentBy: {
              id: link.sentBy,
              name: principal.directory.people.get(link.sentBy)?.name ?? '',
            },
            expiresAt: link.expiresAt,
            state: link.state,
          },
    url: null,
  }
}
