import type { Pool } from 'pg'
import type { DraftView } from '@yinuo/contract'
import { before, civilDate, postKeys, superiorIdOf, type UserId } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { readOpenDrafts } from './draft-store.ts'
import { presentDraft } from './present-draft.ts'

/** One's own unfinished drafts and, from a quarter of an hour on, those of one's subordinates. */
export async function listDrafts(pool: Pool, principal: Principal): Promise<DraftView[]> {
  const waiting = before(principal.now, `PT${draftMinutes(principal)}M`)
  const rows = await readOpenDrafts(
    pool,
    principal.orgId,
    principal.actor.id,
    subordinates(principal),
    waiting,
  )
  return rows.map((row) => presentDraft(row, principal))
}

function draftMinutes(principal: Principal): number {
  const minutes = [...principal.directory.playbooks.values()].map((playbook) =>
    Number(playbook.settings['draftMinutes'] ?? 15),
  )
  return Math.min(...minutes)
}

/** Whose unfinished drafts this person is to see: those he is the superior of. */
function subordinates(principal: Principal): readonly UserId[] {
  const { directory, actor, now } = principal
  const today = civilDate(now, directory.zone)
  return [...directory.people.values()]
    .filter((person) => person.id !== actor.id)
    .filter((person) =>
      [...directory.playbooks.values()].some(
        (playbook) =>
          postKeys(person, directory.people, playbook, today).length > 0 &&
          superiorIdOf(person.id, directory.people, playbook, today) === actor.id,
      ),
    )
    .map((person) => person.id)
}
