import type { ComplaintView, OutputOf, PlaybookView, Route } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type Act, businessNow, Conflict, formatWhen, useAct, useZone } from '@yinuo/web-shared'
import { createContext, type ReactElement, type ReactNode, useCallback, useContext } from 'react'
import type { CaseAction } from './option.ts'
import { primaryAction } from './primary-action.ts'

type Case = {
  readonly view: ComplaintView
  readonly playbook: PlaybookView
  readonly primary: CaseAction | null
}

const CaseContext = createContext<Case | null>(null)

export function CaseProvider(props: {
  readonly view: ComplaintView
  readonly playbook: PlaybookView
  readonly children: ReactNode
}): ReactElement {
  const { view, playbook, children } = props
  return (
    <CaseContext value={{ view, playbook, primary: primaryAction(view) }}>{children}</CaseContext>
  )
}

export function useCase(): Case {
  const found = useContext(CaseContext)
  if (found === null) throw new Error('useCase stands outside the case page')
  return found
}

/** Puts an answer of the server on the screen; the time line is asked again. */
function useAccept(): (view: ComplaintView) => void {
  const client = useQueryClient()
  return useCallback(
    (view) => {
      client.setQueryData<ComplaintView>(['complaint', view.id], (held) =>
        held === undefined || held.version <= view.version ? view : held,
      )
      void client.invalidateQueries({ queryKey: ['complaint', view.id, 'timeline'] })
    },
    [client],
  )
}

type CaseRoute = Route & { readonly output: { readonly _output: ComplaintView } }

/**
 * An action on this case: its answer is the whole view and stands on the screen at once. After a conflict the case is asked
 * again: what somebody else saved stands beside what was typed (SYS-08).
 */
export function useCaseAct<R extends CaseRoute>(
  route: R,
  onDone?: (view: ComplaintView) => void,
): Act<R> {
  const accept = useAccept()
  const client = useQueryClient()
  const { view: held } = useCase()
  return useAct(route, {
    onFailed: (error) => {
      if (error instanceof Conflict)
        void client.invalidateQueries({ queryKey: ['complaint', held.id], exact: true })
    },
    onDone: (output: OutputOf<R>) => {
      const view = output as ComplaintView
      onDone?.(view)
      accept(view)
    },
  })
}

/** Look and key of the button for an action: filled and under Alt+E when it is the page's one action. */
export function usePrimary(action: CaseAction): {
  readonly look: 'primary' | 'outlined'
  readonly keys?: string
} {
  return useCase().primary === action ? { look: 'primary', keys: 'Alt+E' } : { look: 'outlined' }
}

/** `今天 09:05`, in the organisation's zone; read against business time when drawn. */
export function useWhen(): (instant: string) => string {
  const zone = useZone()
  return (instant) => formatWhen(instant, businessNow(), zone)
}
