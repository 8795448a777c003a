import { api } from '@yinuo/contract'
import { must, postsWith } from '@yinuo/domain'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { RefusedError } from '../../platform/http/problem.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { errorFile } from './error-file.ts'
import type { ImportKind } from './import-content.ts'
import type { ImportPorts } from './ports.ts'
import { previewImport } from './preview-import.ts'
import { runImport } from './run-import.ts'
import { importTemplate } from './template.ts'
import { findImport } from './view-import.ts'

export function importHandlers(ports: ImportPorts): readonly Handler[] {
  /** Who imports people makes log-ins and gives posts: that is the administrator's, whatever else `import` allows. */
  const demandAdministrator = async (principal: Principal, kind: ImportKind): Promise<void> => {
    if (kind !== 'staff' || principal.duties.has('administer')) return
    const { directory } = principal
    const who = [...directory.playbooks.values()].flatMap((one) => postsWith('administer', one))
    const gates = [must('ROLE-22', { code: 'post' }, who)]
    await ports.recordRefusal(principal, 'import-staff', null, gates)
    throw new RefusedError(gates, wordUnmet(gates, directory, undefined))
  }

  return [
    on(api.import.template, ({ query }) => importTemplate(query.kind, query.format)),
    on(api.import.preview, async ({ query, raw, key, inputHash, principal }) => {
      await demandAdministrator(principal, query.kind)
      const file = { kind: query.kind, name: query.fileName, bytes: raw }
      return previewImport(ports, principal, file, { key, inputHash })
    }),
    on(api.import.run, async ({ params, key, principal }) => {
      const { kind } = await findImport(ports, principal, params.id)
      await demandAdministrator(principal, kind)
      return runImport(ports, principal, params.id, key)
    }),
    on(api.import.errors, ({ params, principal }) => errorFile(ports, principal, params.id)),
  ]
}
