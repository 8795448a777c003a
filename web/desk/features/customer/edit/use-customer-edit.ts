import { api, type CustomerView } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { call, Conflict, Invalid, newActionKey, Refused } from '@yinuo/web-shared'
import { useState } from 'react'
import { useTexts } from '../texts.ts'
import {
  changedFields,
  changesOf,
  conflictingFields,
  type CustomerDraft,
  type DraftField,
  draftOf,
  mergeDraft,
  wrongFields,
} from './customer-draft.ts'

type Chosen = Readonly<Partial<Record<DraftField, 'mine' | 'theirs'>>>
type Standing = { readonly version: number; readonly draft: CustomerDraft }

const MOST_ATTEMPTS = 5

/**
 * Saves what was changed since the file was opened. When somebody saved in between, his changes to other fields stay and
 * mine go on top; fields that both changed are asked about, and nothing is overwritten before the answer.
 */
export function useCustomerEdit(view: CustomerView, onDone: () => void) {
  const t = useTexts()
  const client = useQueryClient()
  const [base, setBase] = useState<Standing>({ version: view.version, draft: draftOf(view) })
  const [draft, setDraft] = useState(base.draft)
  const [conflict, setConflict] = useState<{
    readonly fields: readonly DraftField[]
    readonly theirs: CustomerDraft
    readonly version: number
  } | null>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [unchanged, setUnchanged] = useState(false)

  const wrong = wrongFields(base.draft, draft)
  const complaints: Record<string, string> = {
    ...(error instanceof Invalid
      ? Object.fromEntries(error.fields.map(({ path, message }) => [path, message]))
      : {}),
    ...(wrong.name === undefined ? {} : { name: t('complaint.name') }),
    ...(wrong.phone === undefined ? {} : { phone: t('complaint.stars') }),
    ...(wrong.address === undefined ? {} : { address: t('complaint.stars') }),
  }

  const send = async (standing: Standing, mine: CustomerDraft): Promise<void> => {
    let [on, wanted] = [standing, mine]
    for (let attempt = 1; ; attempt += 1) {
      const body = { ...changesOf(on.draft, wanted), expectedVersion: on.version }
      try {
        const saved = await call(
          api.customer.change,
          { params: { id: view.id }, body },
          { key: newActionKey() },
        )
        client.setQueryData(['customer', view.id], saved)
        return onDone()
      } catch (failure) {
        if (!(failure instanceof Conflict) || attempt === MOST_ATTEMPTS) throw failure
        const now = await call(api.customer.read, { params: { id: view.id } })
        const theirs = draftOf(now)
        const fields = conflictingFields(on.draft, wanted, theirs)
        if (fields.length > 0) {
          setBase(on)
          setDraft(wanted)
          setConflict({ fields, theirs, version: now.version })
          setChosen({})
          return
        }
        wanted = mergeDraft(on.draft, wanted, theirs, {})
        on = { version: now.version, draft: theirs }
      }
    }
  }

  const save = async (): Promise<void> => {
    if (pending || Object.keys(wrong).length > 0) return
    if (conflict !== null && conflict.fields.some((field) => chosen[field] === undefined)) return
    let standing = base
    let mine = draft
    if (conflict !== null) {
      mine = mergeDraft(base.draft, draft, conflict.theirs, chosen)
      standing = { version: conflict.version, draft: conflict.theirs }
      setConflict(null)
      setBase(standing)
      setDraft(mine)
    }
    if (changedFields(standing.draft, mine).length === 0 && conflict === null) {
      setUnchanged(true)
      return
    }
    setPending(true)
    setError(null)
    try {
      await send(standing, mine)
    } catch (failure) {
      setError(failure)
    } finally {
      setPending(false)
    }
  }

  return {
    draft,
    setDraft: (next: CustomerDraft): void => {
      setDraft(next)
      setUnchanged(false)
    },
    complaints,
    conflict,
    chosen,
    choose: (field: DraftField, which: 'mine' | 'theirs'): void =>
      setChosen({ ...chosen, [field]: which }),
    save,
    pending,
    unchanged,
    refusal: error instanceof Refused ? error : null,
    failure: error === null || error instanceof Refused ? null : error,
  }
}
