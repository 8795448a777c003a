import type { TimelineEntry } from '@yinuo/contract'

export type FoldedEntry = { readonly entry: TimelineEntry; readonly times: number }

/**
 * Newest first, with runs of saves of the same form by the same person as one line: a form is saved on leaving each field,
 * and nine such lines would hide what happened.
 */
export function foldedEntries(entries: readonly TimelineEntry[]): readonly FoldedEntry[] {
  const folded: { entry: TimelineEntry; times: number }[] = []
  for (const entry of entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))) {
    const last = folded.at(-1)
    if (last !== undefined && isSameSave(last.entry, entry)) last.times += 1
    else folded.push({ entry, times: 1 })
  }
  return folded
}

function isSameSave(a: TimelineEntry, b: TimelineEntry): boolean {
  return (
    a.type === 'form-saved' &&
    b.type === 'form-saved' &&
    a.by?.id === b.by?.id &&
    a.data['form'] === b.data['form']
  )
}
