import { api, type ComplaintView, type UnmetView } from '@yinuo/contract'
import { Conflict, Offline, type Saved } from '@yinuo/web-shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { forget, keep, readKept } from '../kept-state.ts'
import {
  changedKeys,
  cleaned,
  conflictingKeys,
  EMPTY_FORM,
  type FormContent,
  type FormVersion,
  rebased,
} from './entries.ts'

/** 已存在本机，连上就补存: how often it is tried while there is no answer. */
const RETRY_MS = 8000

type Draft = { readonly base: FormVersion; readonly mine: FormContent }
type Choices = Readonly<Record<string, 'mine' | 'theirs'>>

type SaveOptions = { readonly automatic?: boolean; readonly skip?: Record<string, string> }

export type FormDraft = {
  readonly content: FormContent
  readonly dirty: boolean
  readonly change: (next: (content: FormContent) => FormContent) => void
  /** Saves what has changed; true when the server has everything. Automatic saves do not move the focus on a refusal. */
  readonly save: (options?: SaveOptions) => Promise<boolean>
  readonly pending: boolean
  readonly saved: Saved | null
  readonly error: Error | null
  readonly refusal: { readonly unmet: readonly UnmetView[]; readonly automatic: boolean } | null
  readonly conflict: {
    readonly keys: readonly string[]
    readonly theirs: FormContent
    readonly chosen: Choices
    readonly choose: (key: string, which: 'mine' | 'theirs') => void
    readonly settle: () => void
  } | null
}

/**
 * One form of the case while it is written: kept on this machine as it is typed, saved under the version it was read in,
 * and merged field by field when somebody else saved first; nothing of either side is overwritten (SYS-08).
 */
export function useFormDraft(form: string, keys: readonly string[]): FormDraft {
  const { view } = useCase()
  const store = `${view.id}.${form}`
  const server = formOf(view, form)
  const [draft, setDraft] = useState<Draft>(
    () => readKept<Draft>(store) ?? { base: server, mine: carriedOver(view, server, keys) },
  )
  const [chosen, setChosen] = useState<Choices>({})
  const [saved, setSaved] = useState<Saved | null>(null)
  const automatic = useRef(false)
  const sentVersion = useRef(0)
  const act = useCaseAct(api.complaint.saveForm, (answer) => {
    setDraft((held) => ({ ...held, base: formOf(answer, form) }))
    setSaved({ where: 'server', at: answer.now })
  })

  const { base, mine } = draft
  const dirty = changedKeys(keys, base, mine).length > 0
  const newer = server.version > base.version && !act.pending
  const conflicting = newer ? conflictingKeys(keys, base, mine, server) : []
  const settled = newer && conflicting.length === 0

  useEffect(() => {
    if (!settled) return
    setDraft((held) => ({ base: server, mine: rebased(keys, held.base, held.mine, server) }))
    // oxlint-disable-next-line react/exhaustive-deps -- a version has one content
  }, [settled, server.version])

  useEffect(() => {
    if (dirty) keep(store, draft)
    else forget(store)
  }, [store, dirty, draft])

  const change = useCallback((next: (content: FormContent) => FormContent) => {
    setDraft((held) => ({ ...held, mine: next(held.mine) }))
  }, [])

  const send = async (
    content: FormContent,
    expectedVersion: number,
    skip?: Record<string, string>,
  ): Promise<boolean> => {
    setSaved({ where: 'saving' })
    sentVersion.current = expectedVersion
    const body = {
      form,
      expectedVersion,
      values: { ...cleaned(content).values },
      unavailable: { ...content.unavailable },
      ...(skip === undefined ? {} : { skip }),
    }
    const answer = await act.run({ params: { id: view.id }, body })
    return answer !== undefined
  }

  const attempt = async (options: SaveOptions): Promise<boolean> => {
    automatic.current = options.automatic === true
    if (!dirty && options.skip === undefined) return true
    if (conflicting.length > 0) return false
    return await send(mine, base.version, options.skip)
  }
  // One save at a time; what is asked for meanwhile is done next, with what stands in the form then.
  const waiting = useRef<{ options: SaveOptions; resolve: (saved: boolean) => void }[]>([])
  const save: FormDraft['save'] = (options = {}) =>
    act.pending
      ? new Promise((resolve) => waiting.current.push({ options, resolve }))
      : attempt(options)
  useEffect(() => {
    if (act.pending || waiting.current.length === 0) return
    const asked = waiting.current.splice(0)
    const explicit = asked.find((one) => one.options.automatic !== true)
    const done = attempt(explicit?.options ?? { automatic: true })
    void done.then((saved) => asked.forEach((one) => one.resolve(saved)))
  })

  // A conflict is answered with what stands on the server now; without a common field it is merged and sent again.
  const failed = act.error
  const offline = failed instanceof Offline && dirty
  const retry = useRef(save)
  useEffect(() => {
    retry.current = save
  })
  useEffect(() => {
    if (!offline) return
    const again = (): void => void retry.current({ automatic: true })
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [offline])
  const conflictedAt = useRef<number | null>(null)
  useEffect(() => {
    if (failed === null) return
    setSaved(failed instanceof Offline ? { where: 'device' } : null)
    if (failed instanceof Conflict) conflictedAt.current = sentVersion.current
  }, [failed])
  useEffect(() => {
    const before = conflictedAt.current
    if (before === null || base.version <= before || newer || act.pending) return
    conflictedAt.current = null
    if (dirty) void send(mine, base.version)
  })

  return {
    content: mine,
    dirty,
    change,
    save,
    pending: act.pending,
    saved: dirty && saved?.where === 'server' ? null : saved,
    error: failed instanceof Conflict || failed instanceof Offline ? null : failed,
    refusal:
      act.refusal === null ? null : { unmet: act.refusal.unmet, automatic: automatic.current },
    conflict:
      conflicting.length === 0
        ? null
        : {
            keys: conflicting,
            theirs: server,
            chosen,
            choose: (key, which) => setChosen((held) => ({ ...held, [key]: which })),
            settle: () => {
              const merged = rebased(keys, base, mine, server, chosen)
              setDraft({ base: server, mine: merged })
              setChosen({})
              if (changedKeys(keys, server, merged).length > 0) void send(merged, server.version)
            },
          },
  }
}

function formOf(view: ComplaintView, form: string): FormVersion {
  const held = view.forms[form]
  return held === undefined
    ? EMPTY_FORM
    : { version: held.version, values: held.values, unavailable: held.unavailable }
}

/** A form nobody has saved yet begins with what the registration says under the same names: asked once, typed once. */
function carriedOver(view: ComplaintView, form: FormVersion, keys: readonly string[]): FormContent {
  const known = view.forms['registration']
  if (form.version > 0 || known === undefined) return form
  const values = keys
    .filter((key) => known.values[key] != null && !known.masked.includes(key))
    .map((key) => [key, known.values[key] ?? null])
  return { values: Object.fromEntries(values) as FormContent['values'], unavailable: {} }
}
