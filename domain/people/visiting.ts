import type { DateText } from '../kernel/ids.ts'
import { must, type UnmetGate } from '../kernel/refusal.ts'
import type { Playbook, QualificationItem } from '../playbook/playbook.ts'
import { hasDuty, type People, type Person, postsWith } from './person.ts'

type Staffing = {
  readonly people: People
  readonly playbook: Playbook
  readonly today: DateText
}

/**
 * May this person be sent to a customer's site? Who is assessed for it (STF-08), and leaders, who pay visits of their own
 * (ROLE-04). Being excused from an item is not being able to do it.
 */
export function mayVisit(person: Person, { people, playbook, today }: Staffing): boolean {
  return (
    lacking(person, playbook).length === 0 || hasDuty(person, 'approve', people, playbook, today)
  )
}

function lacking(person: Person, playbook: Playbook): readonly QualificationItem[] {
  return playbook.qualification.filter(
    ({ key, admits }) => admits === 'visit' && !person.fulfils.includes(key),
  )
}

/** Refuses to send somebody who may not be sent, and names who could go instead (STF-08). */
export function visitGates(
  person: Person,
  staffing: Staffing,
  at: { readonly form?: string; readonly field: string },
): readonly UnmetGate[] {
  if (mayVisit(person, staffing)) return []
  const { people, playbook } = staffing
  const missing = lacking(person, playbook).map(({ label }) => ({
    code: 'visit-qualification' as const,
    ...at,
    detail: `${person.name}：${label}`,
  }))
  const able = [...people.values()].filter(
    (one) => one.active && one.siteId === person.siteId && lacking(one, playbook).length === 0,
  )
  const who = able.slice(0, NAMED).map(({ id }) => ({ user: id }))
  return [must('STF-08', missing, who.length > 0 ? who : postsWith('administer', playbook))]
}

/** A refusal names a few of those who could go, not the whole company. */
const NAMED = 3
