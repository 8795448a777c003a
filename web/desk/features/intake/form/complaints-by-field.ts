import type { UnmetView } from '@yinuo/contract'
import type { DraftContent } from '../draft/content.ts'
import type { FromFile } from './missing.ts'

/** What was refused, and the values it was refused for. */
export type RefusedContent = {
  readonly unmet: readonly UnmetView[]
  readonly values: DraftContent['values']
}

/** The server's sentences at the fields they name, as long as the field stands as it was refused. */
export function complaintsByField(
  refused: RefusedContent | null,
  values: DraftContent['values'],
  fromFile: FromFile,
): ReadonlyMap<string, string> {
  if (refused === null) return new Map()
  return new Map(
    refused.unmet
      .flatMap((gate) => gate.missing)
      .flatMap(({ code, field, text }) => {
        if (field === undefined || values[field] !== refused.values[field]) return []
        return code === 'field' && fromFile[field] !== undefined ? [] : [[field, text] as const]
      }),
  )
}
