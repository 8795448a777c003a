import { api, type ComplaintView } from '@yinuo/contract'
import type { Act, Saved } from '@yinuo/web-shared'
import { useEffect, useRef, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { EMPTY_PLAN, type PlanContent } from './plan-draft.ts'
import {
  changedParts,
  conflictingParts,
  type PlanChoices,
  type PlanPart,
  type PlanVersion,
  rebasedPlan,
} from './plan-versions.ts'

type Draft = { readonly base: PlanVersion; readonly mine: PlanContent }

export type PlanDraft = {
  readonly content: PlanContent
  readonly change: (next: (content: PlanContent) => PlanContent) => void
  readonly store: Act<typeof api.complaint.savePlan>
  readonly submit: Act<typeof api.complaint.submitPlan>
  readonly save: (skip?: Record<string, string>) => Promise<void>
  /** Reports the plan to the leader as it stands on the screen (APR-01). */
  readonly send: (skip?: Record<string, string>) => Promise<void>
  readonly saved: Saved | null
  readonly conflict: PlanConflict | null
}

export type PlanConflict = {
  readonly parts: readonly PlanPart[]
  readonly theirs: PlanContent
  readonly chosen: PlanChoices
  readonly choose: (part: PlanPart, which: 'mine' | 'theirs') => void
  /** Everything is chosen: the plan goes on from the version that stands, with what was chosen. */
  readonly settle: () => void
}

/**
 * The plan while it is written: kept on this machine as it is typed, and put together part by part with what another window
 * saved meanwhile (SYS-08). Nobody's plan is sent by itself; after a merge the writer looks at it and saves again.
 */
export function usePlanDraft(): PlanDraft {
  const { view } = useCase()
  const server = planOf(view)
  const [draft, setDraft, letGo] = useKept<Draft | null>(`${view.id}.plan-draft`, null)
  const [chosen, setChosen] = useState<PlanChoices>({})
  const [saved, setSaved] = useState<Saved | null>(null)
  const { base, mine } = draft ?? { base: server, mine: server.content }

  const sent = useRef(mine)
  // The server has what was sent; what was typed since then stays, on top of the new version.
  const settle = (answer: ComplaintView): void =>
    setDraft((held) => {
      const typed = held?.mine ?? sent.current
      if (changedParts(sent.current, typed).length === 0) return null
      return { base: planOf(answer), mine: typed }
    })
  const store = useCaseAct(api.complaint.savePlan, (answer) => {
    settle(answer)
    setSaved({ where: 'server', at: answer.now })
  })
  const submit = useCaseAct(api.complaint.submitPlan, settle)

  // While a save is under way, a newer version is most likely its own.
  const newer = !store.pending && !submit.pending && server.version > base.version
  const parts = newer ? conflictingParts(base.content, mine, server.content) : []
  const follows = newer && parts.length === 0

  const goOn = (choices: PlanChoices): void => {
    const merged = rebasedPlan(base.content, mine, server.content, choices)
    setChosen({})
    if (changedParts(server.content, merged).length === 0) letGo()
    else setDraft({ base: server, mine: merged })
  }
  useEffect(() => {
    if (follows) goOn({})
    // oxlint-disable-next-line react/exhaustive-deps -- a version has one content
  }, [follows, server.version])

  const input = () => {
    sent.current = mine
    const plan = { ...mine, remedies: [...mine.remedies] }
    return { params: { id: view.id }, body: { plan, expectedVersion: base.version } }
  }

  return {
    content: mine,
    change: (next) => {
      setSaved(null)
      setDraft((held) => ({ base: held?.base ?? base, mine: next(held?.mine ?? mine) }))
    },
    store,
    submit,
    saved,
    save: async (skip) => {
      submit.reset()
      if (parts.length > 0) return
      const { params, body } = input()
      await store.run({ params, body: { ...body, ...(skip === undefined ? {} : { skip }) } })
    },
    send: async (skip) => {
      store.reset()
      if (parts.length > 0) return
      const { params, body } = input()
      await submit.run({ params, body: { ...body, ...(skip === undefined ? {} : { skip }) } })
    },
    conflict:
      parts.length === 0
        ? null
        : {
            parts,
            theirs: server.content,
            chosen,
            choose: (part, which) => setChosen((held) => ({ ...held, [part]: which })),
            settle: () => goOn(chosen),
          },
  }
}

function planOf(view: ComplaintView): PlanVersion {
  return { version: view.plan?.version ?? 0, content: view.plan?.content ?? proposedPlan(view) }
}

/** NEG-03: where the company is at fault the generous level is proposed. */
function proposedPlan(view: ComplaintView): PlanContent {
  const ours = view.forms['negotiation']?.values['fault'] === 'company'
  return ours ? { ...EMPTY_PLAN, level: 'generous' } : EMPTY_PLAN
}
