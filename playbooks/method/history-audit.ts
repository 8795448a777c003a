import type { People, RecordedEvent } from '@yinuo/domain'

export type Audit = (history: readonly RecordedEvent[], people: People) => readonly string[]
export type Types = RecordedEvent['type']

export function last<Type extends Types>(
  history: readonly RecordedEvent[],
  type: Type,
): Extract<RecordedEvent, { type: Type }> | undefined {
  return history.findLast(
    (event): event is Extract<RecordedEvent, { type: Type }> => event.type === type,
  )
}

/** Applies a check to every event together with all that happened before it. */
export function each(
  check: (event: RecordedEvent, before: readonly RecordedEvent[]) => string | null | undefined,
): Audit {
  return (history) =>
    history.flatMap((event, index) => {
      const breach = check(event, history.slice(0, index))
      return breach === null || breach === undefined ? [] : [`#${index} ${event.type}: ${breach}`]
    })
}

export function since(
  before: readonly RecordedEvent[],
  ...types: readonly Types[]
): readonly RecordedEvent[] {
  return before.slice(before.findLastIndex((event) => types.includes(event.type)) + 1)
}
