import type { OutputOf, Route } from '@yinuo/contract'
import type { z } from 'zod'
import type { Principal } from './principal.ts'

/** Bytes instead of JSON: a download, with its file name. */
export type Download = {
  readonly download: Buffer | NodeJS.ReadableStream
  readonly type: string
  readonly fileName: string
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : never

export type Call<R extends Route> = {
  readonly params: Parsed<R['params']>
  readonly query: Parsed<R['query']>
  readonly body: Parsed<R['body']>
  /** The bytes of a route with `rawLimit`. */
  readonly raw: Buffer
  /** `Idempotency-Key` of a mutating call; empty for GET. */
  readonly key: string
  /** SHA-256 of method, path and input: the same key with another input is an error. */
  readonly inputHash: Buffer
  /** Address of the caller as the trusted proxy tells it. */
  readonly address: string
  readonly headers: { readonly host: string; readonly secure: boolean }
  /** Sets or clears the session cookie. */
  readonly setSession: (token: string | null) => void
  readonly principal: R['access'] extends 'public' ? Principal | null : Principal
}

export type Handler = {
  readonly route: Route
  /** True where the domain judges permission itself, so that what one may not see is not found rather than refused. */
  readonly judged: boolean
  run(call: Call<Route>): Promise<unknown>
}

/** Binds a route of the contract to what answers it. */
export function on<R extends Route>(
  route: R,
  run: (call: Call<R>) => Promise<OutputOf<R> | Download>,
  { judged = false }: { readonly judged?: boolean } = {},
): Handler {
  return { route, judged, run: run as unknown as Handler['run'] }
}

export function isDownload(value: unknown): value is Download {
  return typeof value === 'object' && value !== null && 'download' in value
}
