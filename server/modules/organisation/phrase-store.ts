import type { Kysely } from 'kysely'
import type { OrgId, Phrase, Playbook } from '@yinuo/domain'
import type { Database } from '../../platform/database/index.ts'
import { NO_EVENTS } from '../../platform/log/chain.ts'
import type { ChangeTx } from '../../platform/log/record-change.ts'

/** What an organisation says for or against, in the order it was written; `code` takes the place of a shipped phrase. */
export type PhraseRow = {
  readonly phrase_id: string
  readonly playbook: string
  readonly code: string | null
  readonly level: string
  readonly says: readonly string[]
  readonly instead: string
  readonly source: string
  readonly valid_from: string
  readonly version: number
}

export async function readPhrases(
  db: Kysely<Database>,
  orgId: OrgId,
): Promise<readonly PhraseRow[]> {
  const rows = await db
    .selectFrom('phrase')
    .select(['phrase_id', 'playbook', 'code', 'level', 'says', 'instead', 'source', 'valid_from'])
    .select('version')
    .where('org_id', '=', orgId)
    .orderBy('phrase_id')
    .execute()
  return rows.map((row) => ({ ...row, valid_from: row.valid_from.toString() }))
}

/** The playbooks with the organisation's phrases behind their own; the same object where there are none. */
export function withPhrases(
  playbooks: ReadonlyMap<string, Playbook>,
  rows: readonly PhraseRow[],
): ReadonlyMap<string, Playbook> {
  if (rows.length === 0) return playbooks
  return new Map(
    [...playbooks].map(([code, playbook]) => {
      const own = rows.filter((row) => row.playbook === code)
      return [code, { ...playbook, phrases: [...playbook.phrases, ...own.map(phraseOf(playbook))] }]
    }),
  )
}

function phraseOf(playbook: Playbook): (row: PhraseRow) => Phrase {
  return ({ phrase_id: id, code, level, says, instead, valid_from: validFrom }) => ({
    id: code ?? id,
    rule: playbook.phrases.find((one) => one.id === code)?.rule ?? 'SPK-27',
    level: level as Phrase['level'],
    says,
    instead,
    validFrom,
  })
}

export type PhraseContent = Pick<
  PhraseRow,
  'playbook' | 'code' | 'level' | 'says' | 'instead' | 'source' | 'valid_from'
>

/** A new row begins without events; `recordChange` writes its version and head. */
export async function upsertPhrase(
  tx: ChangeTx,
  id: string,
  content: PhraseContent,
): Promise<void> {
  const values = {
    ...content,
    says: [...content.says],
    valid_from: Temporal.PlainDate.from(content.valid_from),
  }
  if (tx.version > 0) {
    await tx.db
      .updateTable('phrase')
      .set(values)
      .where('org_id', '=', tx.orgId)
      .where('phrase_id', '=', id)
      .execute()
    return
  }
  const { seq, hash } = NO_EVENTS
  await tx.db
    .insertInto('phrase')
    .values({ ...values, org_id: tx.orgId, phrase_id: id, version: 0, seq, head_hash: hash })
    .execute()
}
