import type { DateText, InstantText, UserId } from '../kernel/ids.ts'
import { civilDate } from '../kernel/instant.ts'
import type { Missing, UnmetGate } from '../kernel/refusal.ts'
import { must } from '../kernel/refusal.ts'
import type { Playbook, QualificationItem } from '../playbook/playbook.ts'
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

/** What somebody was found to be able to do; what he was excused from is not among it. */
export function fulfilledItems(qualification: Qualification): readonly string[] {
  return Object.keys(qualification).filter((key) => qualification[key]?.result === 'fulfilled')
}

/** The day a record is looked at, in the organisation's zone: yearly items count for twelve months (STF-10). */
export type LookedAt = { readonly today: DateText; readonly zone: string }

/** The last day on which an assessment still counts; null where it counts for good (STF-10). */
export function countsUntil(
  item: QualificationItem,
  entry: QualificationEntry,
  zone: string,
): DateText | null {
  if (!item.yearly) return null
  const day = Temporal.PlainDate.from(civilDate(entry.at, zone))
  return day.add({ years: 1 }).subtract({ days: 1 }).toString()
}

/** Assessed once, but more than twelve months ago; to be assessed anew (STF-10). */
export function lapsedItems(
  qualification: Qualification,
  playbook: Playbook,
  { today, zone }: LookedAt,
): readonly QualificationItem[] {
  return playbook.qualification.filter((item) => {
    const entry = qualification[item.key]
    const until = entry === undefined ? null : countsUntil(item, entry, zone)
    return until !== null && until < today
  })
}

/** The must-items that are neither fulfilled nor waived by a leader, or are so no longer (STF-01, STF-10). */
export function missingItems(
  qualification: Qualification,
  playbook: Playbook,
  on: LookedAt,
): readonly QualificationItem[] {
  const lapsed = new Set(lapsedItems(qualification, playbook, on))
  return playbook.qualification.filter(
    (item) =>
      item.must &&
      (lapsed.has(item) ||
        !['fulfilled', 'waived'].includes(qualification[item.key]?.result ?? 'failed')),
  )
}

/** May this person be given the post? A qualified post asks for every must-item (STF-01). */
export function grantGates(
  post: string,
  qualification: Qualification,
  playbook: Playbook,
  on: LookedAt,
): readonly UnmetGate[] {
  if (playbook.posts[post]?.qualified !== true) return []
  const missing = missingItems(qualification, playbook, on)
  if (missing.length === 0) return []
  return [
    must(
      'STF-01',
      missing.map(({ key, label }) => ({ code: 'qualification', field: key, detail: label })),
      postsWith('waive-qualification', playbook),
    ),
  ]
}

/**
 * What cannot be entered as fulfilled: fewer years in the industry than the minimum (STF-02), years that are no number
 * (STF-03), knowledge without the result of a test (STF-06).
 */
export function assessmentGates(
  item: string,
  result: QualificationResult,
  value: number | string | null,
  playbook: Playbook,
): readonly UnmetGate[] {
  if (result !== 'fulfilled') return []
  const kind = playbook.qualification.find((one) => one.key === item)?.value ?? 'words'
  const minimum = item === 'years' ? Number(playbook.settings['minYears'] ?? 5) : 0
  const who = postsWith('waive-qualification', playbook)
  const unmet = (rule: string, missing: Missing): readonly UnmetGate[] => [must(rule, missing, who)]
  if (kind === 'years' && !(typeof value === 'number' && value >= minimum && value <= 80))
    return item === 'years'
      ? unmet('STF-02', { code: 'minimum', field: item, detail: `${minimum} 年` })
      : unmet('STF-03', { code: 'years', field: item })
  const tested = typeof value === 'number' || (value ?? '').trim() !== ''
  return kind === 'test' && !tested ? unmet('STF-06', { code: 'test-result', field: item }) : []
}
