import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { setUp } from './set-up.ts'
import type { SetupPorts } from './setup-ports.ts'
import { viewHello } from './view-hello.ts'

export function setupHandlers(ports: SetupPorts): readonly Handler[] {
  return [
    on(api.session.hello, () => viewHello(ports)),
    on(api.session.setup, async ({ address, body }) => {
      await setUp(ports, address, body)
      return { ok: true as const }
    }),
  ]
}
