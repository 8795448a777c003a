import type { TimelineEntry } from '@yinuo/contract'

/** `entries`: the one that is told, or several that are told together. */
export type FoldedEntry = {
  readonly kind: 'one' | 'saves' | 'clocks'
  readonly entries: readonly [TimelineEntry, ...TimelineEntry[]]
}

/** What a clock does of itself when something happens; the doing is told, this stands below it in one quiet line. */
const CLOCKWORK: ReadonlySet<string> = new Set([
  'commitment-opened',
  'commitment-met',
  'commitment-voided',
  'commitment-reassigned',
  'commitment-restarted',
])
/** Of one moment: what people did first, then what was refused, then what the clocks did about it. */
const RANK: Readonly<Record<TimelineEntry['stream'], number>> = {
  complaint: 0,
  refusal: 1,
  commitment: 2,
}

/**
 * Newest first. Runs of saves of the same form by the same person are one line (a form is saved on leaving each field),
 * and so are the clocks that one act starts, stops or passes on.
 */
export function foldedEntries(entries: readonly TimelineEntry[]): readonly FoldedEntry[] {
  const sorted = entries.toSorted(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || RANK[a.stream] - RANK[b.stream],
  )
  const promises = promisesIn(entries)
  const folded: { kind: FoldedEntry['kind']; entries: [TimelineEntry, ...TimelineEntry[]] }[] = []
  for (const entry of sorted) {
    const last = folded.at(-1)
    const kind = kindOf(entry, promises)
    const joins =
      last !== undefined &&
      kind === last.kind &&
      kind !== 'one' &&
      belongs(kind, last.entries[0], entry)
    if (joins) last.entries.push(entry)
    else folded.push({ kind, entries: [entry] })
  }
  return folded
}

/** A promise is something a person says and keeps: it is told on its own. */
function kindOf(entry: TimelineEntry, promises: ReadonlySet<unknown>): FoldedEntry['kind'] {
  if (entry.type === 'form-saved') return 'saves'
  return CLOCKWORK.has(entry.type) && !promises.has(entry.data['label']) ? 'clocks' : 'one'
}

/** Later events of a promise carry its label only. */
function promisesIn(entries: readonly TimelineEntry[]): ReadonlySet<unknown> {
  return new Set(
    entries.filter((entry) => entry.data['kind'] === 'promise').map((entry) => entry.data['label']),
  )
}

function belongs(kind: FoldedEntry['kind'], first: TimelineEntry, entry: TimelineEntry): boolean {
  if (kind === 'clocks') return first.at === entry.at
  return first.by?.id === entry.by?.id && first.data['form'] === entry.data['form']
}
