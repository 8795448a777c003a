import type { InputOf, OutputOf, Problem, Route } from '@yinuo/contract'
import { setBusinessNow } from '../time/business-clock.ts'
import { newActionKey } from './action-key.ts'
import { ApiFailure, failureOf, Offline } from './failure.ts'
import { urlOf } from './request-url.ts'
import { waitForLogin } from './session-gate.ts'

export type CallOptions = {
  /** Same key for the same user action; without it every call is an action of its own. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** On 401: `wait` (default) until the user has logged in again and go on; `fail` for the login pages. */
  readonly whenLoggedOut?: 'wait' | 'fail'
  /** Bytes for routes with `rawLimit`. */
  readonly raw?: Blob
}

const BUSINESS_TIME = 'x-business-time'
/** Waits between attempts when no answer comes, in milliseconds. */
const PAUSES = [300, 1200]

/**
 * Calls one route of the contract. Throws `Refused`, `Invalid`, `Conflict`, `LoggedOut`, another `ApiFailure`, or
 * `Offline` when there is no answer after three attempts with the same key.
 */
export async function call<R extends Route>(
  route: R,
  input: InputOf<R>,
  options: CallOptions = {},
): Promise<OutputOf<R>> {
  const key = options.key ?? newActionKey()
  for (;;) {
    const { response, ageMs } = await send(route, input, options, key)
    readBusinessTime(response, ageMs)
    if (response.ok) return (await bodyOf(response)) as OutputOf<R>
    const problem = await problemOf(response)
    const expired = problem.error === 'unauthenticated' && options.whenLoggedOut !== 'fail'
    if (!expired || !(await waitForLogin())) throw failureOf(problem)
  }
}

async function send(
  route: Route,
  input: object,
  options: CallOptions,
  key: string,
): Promise<{ response: Response; ageMs: number }> {
  const request = requestOf(route, input, options, key)
  const url = urlOf(route, input)
  for (let attempt = 0; ; attempt++) {
    try {
      const sent = performance.now()
      const response = await fetch(url, request)
      return { response, ageMs: performance.now() - sent }
    } catch (error) {
      if (options.signal?.aborted === true) throw error
      const pause = PAUSES[attempt]
      if (pause === undefined) throw new Offline('no answer from the server', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

function requestOf(route: Route, input: object, options: CallOptions, key: string): RequestInit {
  const headers = new Headers({ Accept: 'application/json' })
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (options.signal !== undefined) request.signal = options.signal
  if (route.method === 'GET') return request
  headers.set('Idempotency-Key', key)
  if (route.rawLimit !== undefined) {
    headers.set('Content-Type', 'application/octet-stream')
    return { ...request, body: options.raw ?? null }
  }
  headers.set('Content-Type', 'application/json')
  const body: unknown = 'body' in input ? input.body : {}
  return { ...request, body: JSON.stringify(body) }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return {}
  const name = attachmentName(response.headers.get('content-disposition'))
  try {
    if (name !== null) return { name, blob: await response.blob() }
    return await response.json()
  } catch (error) {
    // The answer was cut on its way: the effect stands, so the caller repeats with the same key.
    throw new Offline('the answer was cut', { cause: error })
  }
}

/** A route that answers with a file: its name as the server gave it. */
export type ReceivedFile = { readonly name: string; readonly blob: Blob }

function attachmentName(disposition: string | null): string | null {
  const encoded = /^attachment; filename\*=UTF-8''(\S+)$/.exec(disposition ?? '')?.[1]
  return encoded === undefined ? null : decodeURIComponent(encoded)
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json()
    if (typeof body === 'object' && body !== null && 'error' in body && 'message' in body)
      return body as Problem
  } catch {
    // Not ours: a proxy answered with a page of its own.
  }
  return {
    error:
      response.status === 502 || response.status === 503 || response.status === 504
        ? 'unavailable'
        : 'internal',
    message: '服务器没有给出能读懂的回答。',
    reference: `HTTP ${response.status}`,
  }
}

function readBusinessTime(response: Response, ageMs: number): void {
  const now = response.headers.get(BUSINESS_TIME)
  if (now !== null) setBusinessNow(now, { ageMs })
}

/** The sentence of any thrown value, for places that show one line only. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiFailure) return error.problem.message
  if (error instanceof Offline) return '连不上服务器。已经写的内容都还在，连上以后请再试一次。'
  return '程序出了错。已经写的内容都还在，请再试一次。'
}
