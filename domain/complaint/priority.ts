import type { InstantText } from '../kernel/ids.ts'
import { before } from '../kernel/instant.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { ComplaintState } from './state.ts'
import { RISKS, type Risk } from './vocabulary.ts'

/** The word-of-mouth risk: the handler's rating, until he has rated it the recorder's first impression (ESC-14). */
export function riskOf(state: ComplaintState): Risk | null {
  const rated =
    state.forms['finding-out']?.values['risk'] ?? state.forms['registration']?.values['risk']
  return RISKS.find((one) => one === rated) ?? null
}

/**
 * Where a case stands in lists ordered by time left: at its due time, a high risk as many hours before it as the playbook's
 * `riskLeadHours` says (ESC-14). The due time itself stays what it is.
 */
export function rankAt(dueAt: InstantText, risk: Risk | null, playbook: Playbook): InstantText {
  return risk === 'high'
    ? before(dueAt, `PT${Number(playbook.settings['riskLeadHours'] ?? 0)}H`)
    : dueAt
}
