import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { answerAgreement } from './answer-agreement.ts'
import { lookAtLink } from './look-at-link.ts'
import { openAgreement } from './open-agreement.ts'
import type { PortalPorts } from './portal-ports.ts'
import { revokeLink } from './revoke-link.ts'
import { sendCode } from './send-code.ts'
import { sendLink } from './send-link.ts'
import { viewLink } from './view-link.ts'

export function portalHandlers(ports: PortalPorts): readonly Handler[] {
  const judged = { judged: true }
  const { portal } = api
  return [
    on(portal.readLink, ({ principal, params }) => viewLink(ports, principal, params.id)),
    on(portal.sendLink, (call) => sendLink(ports, call), judged),
    on(portal.revokeLink, (call) => revokeLink(ports, call), judged),
    on(portal.look, ({ body, address }) => lookAtLink(ports, body.token, address)),
    on(portal.sendCode, async ({ body, address }) => {
      await sendCode(ports, body.token, address)
      return { ok: true as const }
    }),
    on(portal.open, ({ body, address }) => openAgreement(ports, body.token, body.code, address)),
    on(portal.answer, ({ body, address }) =>
      answerAgreement(ports, body.token, body.pass, body.answer, address),
    ),
  ]
}
