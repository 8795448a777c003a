import { useState } from 'react'
import type { Draft } from '../draft/use-draft.ts'

/**
 * What likeness depends on, as the server has it: the server compares the saved draft, so asking before the save would
 * compare yesterday's words. Null while there is nothing to compare.
 */
export function useSavedMatter(draft: Draft): string | null {
  const { content, saved } = draft
  const { customerId, values } = content
  const matter =
    customerId === null && values['company'] === undefined
      ? null
      : JSON.stringify([customerId, values['company'], values['productName'], values['reason']])
  const [asked, setAsked] = useState<string | null>(null)
  const confirmed = saved?.where === 'server' && !draft.keeper.unsaved
  if (confirmed && asked !== matter) setAsked(matter)
  return asked
}
