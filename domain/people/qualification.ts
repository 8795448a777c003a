import type { UnmetGate } from '../kernel/refusal.ts'
import type { InstantText, UserId } from '../kernel/ids.ts'
import { must } from '../kernel/refusal.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { postsWith } from './person.ts'

export type QualificationResult = 'fulfilled' | 'failed' | 'waived'
export type QualificationEntry = {
  readonly result: QualificationResult
  readonly value: number | string | null
  readonly by: UserId
  readonly at: InstantText
  readonly reason: string
}
export type Qualification = Readonly<Record<string, QualificationEntry>>

/** The must-items that are neither fulfilled nor waived by a leader (STF-01). */
export function missingItems(
  qualification: Qualification,
  playbook: Playbook,
): readonly { readonly key: string; readonly label: string }[] {
  return playbook.qualification
    .filter((item) => item.must)
    .filter(
      (item) => !['fulfilled', 'waived'].includes(qualification[item.key]?.result ?? 'failed'),
    )
}

/** May this person be given the post? A qualified post asks for every must-item (STF-01). */
export function grantGates(
  post: string,
  qualification: Qualification,
  playbook: Playbook,
): readonly UnmetGate[] {
  if (playbook.posts[post]?.qualified !== true) return []
  const missing = missingItems(qualification, playbook)
  if (missing.length === 0) return []
  return [
    must(
      'STF-01',
      missing.map((item) => ({
        code: 'qualification' as const,
        field: item.key,
        detail: item.label,
      })),
      postsWith('waive-qualification', playbook),
    ),
  ]
}

/** Fewer years in the industry than the minimum cannot be entered as fulfilled (STF-02). */
export function assessmentGates(
  item: string,
  result: QualificationResult,
  value: number | string | null,
  playbook: Playbook,
): readonly UnmetGate[] {
  if (item !== 'years' || result !== 'fulfilled') return []
  const minimum = Number(playbook.settings['minYears'] ?? 5)
  if (typeof value === 'number' && value >= minimum) return []
  return [
    must(
      'STF-02',
      { code: 'minimum', field: 'years', detail: `${minimum} 年` },
      postsWith('waive-qualification', playbook),
    ),
  ]
}
