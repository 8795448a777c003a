import type { Duty } from '@yinuo/domain'
import { z } from 'zod'

/** `public`: before login. `session`: any logged-in person. A duty: a post that grants it (ROLE-22). */
export type Access = 'public' | 'session' | Duty

/**
 * One procedure of the HTTP API as plain data: the server registers it, the browser's client is inferred from it, the
 * OpenAPI page is made of it, and the route × post × organisation test is generated from it.
 */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `:name` parameters. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly output: Output
  /** The body is raw bytes of at most so many; everything else is JSON of at most 1 MB. */
  readonly rawLimit?: number
}

const nothing = z.object({})
type Nothing = typeof nothing

/** Fills in the parts a route does not have. */
export function route<
  Output extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(
  definition: Pick<Route, 'method' | 'path' | 'summary' | 'access' | 'rawLimit'> & {
    readonly output: Output
    readonly params?: Params
    readonly query?: Query
    readonly body?: Body
  },
): Route<Params, Query, Body, Output> {
  return {
    ...definition,
    params: definition.params ?? (nothing as unknown as Params),
    query: definition.query ?? (nothing as unknown as Query),
    body: definition.body ?? (nothing as unknown as Body),
  }
}

export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? { readonly params?: z.input<P>; readonly query?: z.input<Q>; readonly body?: z.input<B> }
    : never
export type OutputOf<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, infer O> ? z.output<O> : never
