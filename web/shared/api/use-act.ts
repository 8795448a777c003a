import type { InputOf, OutputOf, Route } from '@yinuo/contract'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ActionKeeper } from './action-key.ts'
import { call, type CallOptions } from './call.ts'
import { Refused } from './failure.ts'

type Options<R extends Route> = {
  readonly onDone?: (output: OutputOf<R>) => void
  readonly onFailed?: (error: Error) => void
  readonly whenLoggedOut?: CallOptions['whenLoggedOut']
}

export type Act<R extends Route> = {
  /** Does it; resolves to the output, or to undefined when it failed (then `error` says why). A second press while pending does nothing. */
  readonly run: (input: InputOf<R>, raw?: Blob) => Promise<OutputOf<R> | undefined>
  readonly pending: boolean
  readonly error: Error | null
  /** The unmet gates when the last attempt was refused; for `RefusalNote`. */
  readonly refusal: Refused | null
  readonly reset: () => void
}

/**
 * One user action on a route. The Idempotency-Key stays the same while the same content is tried again, so a lost answer
 * never makes a second effect.
 *
 *     const sign = useAct(api.complaint.sign, { onDone: (view) => client.setQueryData(['complaint', view.id], view) })
 *     <button onClick={() => void sign.run({ params: { id }, body: {} })} />
 */
export function useAct<R extends Route>(route: R, options: Options<R> = {}): Act<R> {
  const [keeper] = useState(() => new ActionKeeper())
  const { onDone, onFailed, whenLoggedOut } = options
  const mutation = useMutation<OutputOf<R>, Error, { input: InputOf<R>; raw: Blob | undefined }>({
    mutationFn: ({ input, raw }) =>
      call(route, input, {
        key: keeper.keyFor(raw === undefined ? input : [input, raw.size, raw.type]),
        ...(raw === undefined ? {} : { raw }),
        ...(whenLoggedOut === undefined ? {} : { whenLoggedOut }),
      }),
    networkMode: 'always',
    onSuccess: (output) => {
      keeper.finished()
      onDone?.(output)
    },
    onError: (error) => onFailed?.(error),
  })
  const { mutateAsync, isPending } = mutation
  const running = useRef(false)
  const run = useCallback(
    async (input: InputOf<R>, raw?: Blob) => {
      // A ref, because two presses can come before the screen is drawn again.
      if (running.current) return undefined
      running.current = true
      try {
        return await mutateAsync({ input, raw })
      } catch {
        return undefined
      } finally {
        running.current = false
      }
    },
    [mutateAsync],
  )
  return {
    run,
    pending: isPending,
    error: mutation.error,
    refusal: mutation.error instanceof Refused ? mutation.error : null,
    reset: mutation.reset,
  }
}
