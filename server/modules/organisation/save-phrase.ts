import { randomUUIDv7 } from 'node:crypto'
import type { api } from '@yinuo/contract'
import { must, plainSpeech } from '@yinuo/domain'
import type { Call } from '../../platform/http/handler.ts'
import { notFound, RefusedError } from '../../platform/http/problem.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { recordChange } from '../../platform/log/record-change.ts'
import type { OrganisationPorts } from './organisation-ports.ts'
import { upsertPhrase } from './phrase-store.ts'

/**
 * SPK-27: a phrase with level, replacement, source and first day; what was said before stays in the log. It counts from the
 * next request on, here at once, on other nodes as soon as they hear of it. Refuses one without a word to look for.
 */
export async function savePhrase(
  ports: OrganisationPorts,
  call: Call<typeof api.phrase.save>,
): Promise<void> {
  const { principal, params, body } = call
  const { orgId, directory } = principal
  const playbook = directory.playbooks.get(params.code)
  // What takes the place of a phrase takes the place of one of the file.
  const shipped = playbook?.phrases.filter((one) => one.validFrom === undefined) ?? []
  const known = body.code === null || shipped.some((one) => one.id === body.code)
  if (playbook === undefined || !known) throw notFound()
  if (body.says.some((said) => plainSpeech(said) === '')) {
    const gates = [must('SPK-27', { code: 'field', detail: '要找的话' })]
    throw new RefusedError(gates, wordUnmet(gates, directory, playbook))
  }
  const { code, level, says, instead, source, validFrom } = body
  const words = { code, level, says, instead, source, valid_from: validFrom }
  const content = { playbook: params.code, ...words }
  const id = body.id ?? randomUUIDv7()
  const recorded = await recordChange(
    ports.pool,
    principal,
    call,
    { noun: 'phrase', id, expectedVersion: body.id === null ? 0 : body.expectedVersion },
    async (tx) => {
      await upsertPhrase(tx, id, content)
      return [{ type: 'phrase-saved', data: content }]
    },
  )
  ports.directories.forget(orgId)
  ports.changed({ orgId, noun: 'phrase', id: recorded.id, version: recorded.version })
}
