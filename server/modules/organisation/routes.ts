import { api } from '@yinuo/contract'
import { must } from '@yinuo/domain'
import { playbookReading } from '@yinuo/playbooks'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { isFrozen, moveClock } from './move-clock.ts'
import { listPhrases } from './list-phrases.ts'
import type { OrganisationPorts } from './organisation-ports.ts'
import { playbookViewOf } from './playbook-view.ts'
import { savePhrase } from './save-phrase.ts'
import { notFound, RefusedError } from '../../platform/http/problem.ts'

export function organisationHandlers(ports: OrganisationPorts): readonly Handler[] {
  const state = async (principal: Principal) => {
    const [now, frozen] = await Promise.all([
      ports.clock.business(principal.orgId),
      isFrozen(ports.pool, principal.orgId),
    ])
    return { now, frozen, movable: principal.directory.demo }
  }
  return [
    on(api.commitment.clock, ({ principal }) => state(principal)),
    on(api.commitment.moveClock, async ({ principal, body }) => {
      // SYS-05: in normal operation nobody moves the clock.
      if (!principal.directory.demo) {
        const gates = [must('SYS-05', { code: 'actual-value' })]
        throw new RefusedError(gates, wordUnmet(gates, principal.directory, undefined))
      }
      await moveClock(ports.pool, principal.orgId, body.now, body.frozen)
      ports.clock.forget(principal.orgId)
      ports.clocksMoved()
      ports.changed({ orgId: principal.orgId, noun: 'clock', id: principal.orgId, version: 0 })
      return state(principal)
    }),
    on(api.playbook.list, async ({ principal }) => ({
      playbooks: [...principal.directory.playbooks.values()].map(({ code, label, version }) => ({
        code,
        label,
        version,
      })),
    })),
    on(api.playbook.read, async ({ principal, params }) => {
      const playbook = principal.directory.playbooks.get(params.code)
      if (playbook === undefined) throw notFound()
      return playbookViewOf(playbook)
    }),
    on(api.playbook.reading, async ({ principal, params }) => {
      const playbook = principal.directory.playbooks.get(params.code)
      if (playbook === undefined) throw notFound()
      return playbookReading(playbook)
    }),
    on(api.phrase.list, ({ principal, params }) => listPhrases(ports.pool, principal, params.code)),
    on(api.phrase.save, async (call) => {
      await savePhrase(ports, call)
      return listPhrases(ports.pool, call.principal, call.params.code)
    }),
  ]
}
