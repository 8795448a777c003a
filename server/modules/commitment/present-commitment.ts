import { type Commitment, superiorIdOf, civilDate } from '@yinuo/domain'
import type { CommitmentView } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'

/** A clock or promise for the screen; the words for its state follow from its times and business time (CLK-21). */
export function presentCommitment(
  commitment: Commitment,
  principal: Principal,
  caseOwner: string,
): CommitmentView {
  const person = (id: string) => ({ id, name: principal.directory.people.get(id)?.name ?? '' })
  const me = principal.actor.id
  return {
    id: commitment.id,
    kind: commitment.kind,
    label: commitment.label,
    rule: commitment.kind === 'promise' ? '' : commitment.rule,
    content: commitment.content,
    subject: commitment.subject,
    owner: commitment.owner === null ? null : person(commitment.owner),
    toWhom: commitment.toWhom,
    openedAt: commitment.openedAt,
    dueAt: commitment.dueAt,
    warnAt: commitment.warnAt,
    outcome: commitment.outcome,
    metAt: commitment.metAt,
    missedAt: commitment.missedAt,
    explanations: commitment.explanations.map((one) => ({ ...one, by: person(one.by) })),
    mayKeep:
      commitment.kind === 'promise' &&
      commitment.metAt === null &&
      ['open', 'broken'].includes(commitment.outcome) &&
      principal.duties.has('promise') &&
      [commitment.owner, caseOwner].includes(me),
    mayExplain: commitment.missedAt !== null && mayExplain(commitment, principal, caseOwner),
  }
}

/** The owner, the case's owner, the owner's superior; for clocks of the leaders whoever may approve. */
export function mayExplain(
  commitment: Commitment,
  principal: Principal,
  caseOwner: string,
): boolean {
  const me = principal.actor.id
  if (me === caseOwner || me === commitment.owner) return true
  if (commitment.owner === null) return principal.duties.has('approve')
  const today = civilDate(principal.now, principal.directory.zone)
  return [...principal.directory.playbooks.values()].some(
    (playbook) =>
      superiorIdOf(commitment.owner ?? '', principal.directory.people, playbook, today) === me,
  )
}
