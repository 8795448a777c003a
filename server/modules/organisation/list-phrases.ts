import type { Pool } from 'pg'
import type { api, OutputOf, PhraseView } from '@yinuo/contract'
import { civilDate, type Phrase, phrasesInForce } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { type PhraseRow, readPhrases, withPhrases } from './phrase-store.ts'

/** SPK-27: the phrases of the file and what the organisation made of them, read fresh; each says whether it counts today. */
export async function listPhrases(
  pool: Pool,
  { orgId, directory, now }: Principal,
  code: string,
): Promise<OutputOf<typeof api.phrase.list>> {
  const playbook = directory.playbooks.get(code)
  if (playbook === undefined) throw notFound()
  const all = await readOrg(pool, orgId, (db) => readPhrases(db, orgId))
  const rows = all.filter((row) => row.playbook === code)
  const shipped = playbook.phrases.filter(({ validFrom }) => validFrom === undefined)
  const merged = withPhrases(new Map([[code, { ...playbook, phrases: shipped }]]), rows)
  const phrases = merged.get(code)?.phrases ?? []
  const today = civilDate(now, directory.zone)
  const counting = new Set(phrasesInForce(phrases, today))
  return {
    today,
    // The rows stand behind the shipped ones in the order they were read.
    phrases: phrases.map((phrase, index) =>
      view(phrase, rows[index - shipped.length], counting.has(phrase)),
    ),
  }
}

function view(phrase: Phrase, row: PhraseRow | undefined, inForce: boolean): PhraseView {
  return {
    id: row?.phrase_id ?? null,
    version: row?.version ?? 0,
    code: row === undefined ? phrase.id : row.code,
    rule: phrase.rule,
    level: phrase.level,
    says: [...phrase.says],
    instead: phrase.instead,
    source: row?.source ?? '',
    validFrom: phrase.validFrom ?? null,
    inForce,
  }
}
