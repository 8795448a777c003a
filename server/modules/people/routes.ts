import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { changePerson } from './change-person.ts'
import { createPerson } from './create-person.ts'
import { createSite } from './create-site.ts'
import { endDeputy } from './end-deputy.ts'
import { grantPost } from './grant-post.ts'
import { assessQualification } from './assess-qualification.ts'
import { nameDeputy } from './name-deputy.ts'
import type { PeoplePorts } from './people-ports.ts'
import { resetPassword } from './reset-password.ts'
import { revokePost } from './revoke-post.ts'
import { endLogIns } from './end-log-ins.ts'
import { viewPeople, viewPerson } from './view-person.ts'
import { viewFigures, viewHistory, viewLogIns } from './view-record.ts'
import { waiveQualification } from './waive-qualification.ts'

export function peopleHandlers(ports: PeoplePorts): readonly Handler[] {
  const { people } = api
  return [
    on(people.list, async ({ principal }) => ({
      people: [...(await viewPeople(ports, principal))],
    })),
    on(people.read, ({ principal, params }) => viewPerson(ports, principal, params.id)),
    on(people.create, (call) => createPerson(ports, call, call.body)),
    on(people.change, (call) => changePerson(ports, call, call.params.id, call.body)),
    on(people.setPassword, async (call) => ({
      password: await resetPassword(ports, call, call.params.id),
    })),
    on(people.sessions, ({ principal, params }) => viewLogIns(ports, principal, params.id)),
    on(people.endSessions, (call) => endLogIns(ports, call, call.params.id, call.body.session)),
    on(people.history, ({ principal, params }) => viewHistory(ports, principal, params.id)),
    on(people.figures, ({ principal, params }) => viewFigures(ports, principal, params.id)),
    on(people.grantPost, (call) => grantPost(ports, call, call.params.id, call.body)),
    on(people.revokePost, (call) => revokePost(ports, call, call.params.id, call.body)),
    on(people.nameDeputy, (call) => nameDeputy(ports, call, call.params.id, call.body)),
    on(people.endDeputy, (call) => endDeputy(ports, call, call.params.id, call.body.deputyId)),
    on(people.assess, (call) => assessQualification(ports, call, call.params.id, call.body)),
    on(people.waive, (call) => waiveQualification(ports, call, call.params.id, call.body)),
    on(people.sites, async ({ principal }) => ({
      sites: [...(await ports.directories.read(principal.orgId)).sites.values()],
    })),
    on(people.createSite, (call) => createSite(ports, call, call.body)),
  ]
}
