import type { UnmetView } from '@yinuo/contract'
import type { DraftContent } from '../draft/content.ts'
import type { FromFile } from './missing.ts'

/** The server's sentences at the fields they name; a field filled since then no longer complains. */
export function complaintsByField(
  unmet: readonly UnmetView[],
  content: DraftContent,
  fromFile: FromFile,
): ReadonlyMap<string, string> {
  const named = unmet
    .flatMap((gate) => gate.missing)
    .filter(
      ({ code, field = '' }) =>
        code !== 'field' || (content.values[field] ?? fromFile[field]) === undefined,
    )
  return new Map(
    named.flatMap((item) => (item.field === undefined ? [] : [[item.field, item.text]])),
  )
}
