import { api, type ComplaintView } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Act, businessNow, useAct } from '@yinuo/web-shared'
import { useState } from 'react'
import { type DraftContent, readyToRegister } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import type { RefusedContent } from '../form/complaints-by-field.ts'
import { useTexts } from '../texts.ts'

/** A start told this much later than it happened was a start without a connection. */
const LATE_START_MS = 5000

export type Registering = {
  /** Signs and hands over when a receiver is given, in one call: all of it happens or nothing (CMP-03, CMP-04). */
  readonly run: (receiver: string | null) => Promise<void>
  readonly act: Act<typeof api.intake.registerDraft>
  /** The values the last refusal was about. */
  readonly refused: RefusedContent | null
  readonly skip: Readonly<Record<string, string>>
  readonly setSkip: (rule: string, reason: string) => void
}

export function useRegister(draft: Draft): Registering {
  const t = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [judged, setJudged] = useState<DraftContent['values']>({})
  const [skip, setSkip] = useState<Readonly<Record<string, string>>>({})
  const act = useAct(api.intake.registerDraft, {
    onDone: (view: ComplaintView) => {
      draft.keeper.end()
      client.setQueryData(['complaint', view.id], view)
      void navigate({ to: '/complaints/$id', params: { id: view.id } })
    },
  })
  const run = async (receiver: string | null): Promise<void> => {
    // The draft must stand on the server first; the content goes along all the same, so no word depends on it.
    await draft.keeper.flush()
    const { content, startedAt, receivedAt } = draft.keeper.getSnapshot()
    const reasons = Object.entries(skip).filter(([, reason]) => reason.trim() !== '')
    const late =
      startedAt !== null &&
      receivedAt !== null &&
      Date.parse(receivedAt) - Date.parse(startedAt) > LATE_START_MS
    setJudged(content.values)
    await act.run({
      params: { id: draft.keeper.id },
      body: {
        content: readyToRegister(content, businessNow()),
        sign: receiver !== null,
        handOverTo: receiver,
        ...(late ? { receivedAt: startedAt, earlierReason: t('finish.offline-start') } : {}),
        ...(reasons.length === 0 ? {} : { skip: Object.fromEntries(reasons) }),
      },
    })
  }
  return {
    run,
    act,
    refused: act.refusal === null ? null : { unmet: act.refusal.unmet, values: judged },
    skip,
    setSkip: (rule, reason) => setSkip((known) => ({ ...known, [rule]: reason })),
  }
}
