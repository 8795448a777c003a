import { api } from '@yinuo/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { call } from './call.ts'
import { Conflict, LoggedOut, Offline, Refused } from './failure.ts'
import { urlOf } from './request-url.ts'
import { sessionLeft, sessionRenewed } from './session-gate.ts'

const fetched = vi.fn<(url: string, request: RequestInit) => Promise<Response>>()
const id = '018f0000-0000-7000-8000-000000000001'
const sign = { params: { id }, body: {} }

beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: object): Response => Response.json(body, { status })
const problem = (status: number, error: string): Response =>
  answer(status, { error, message: '没有办成，什么都没有改动。', reference: 'r-1', unmet: [] })
const keyOf = (index: number): string | null =>
  new Headers(fetched.mock.calls[index]?.[1].headers).get('Idempotency-Key')

describe('calling the API', () => {
  test('parameters and filters make the address; empty filters stay out', () => {
    expect(urlOf(api.complaint.read, { params: { id } })).toBe(`/api/v1/complaints/${id}`)
    expect(urlOf(api.complaint.list, { query: { q: '油压 灯', view: 'open', status: '' } })).toBe(
      '/api/v1/complaints?q=%E6%B2%B9%E5%8E%8B+%E7%81%AF&view=open',
    )
  })

  test('a lost connection is tried again with the same Idempotency-Key (SYS-21)', async () => {
    fetched
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValueOnce(answer(200, { ok: true }))
    await call(api.complaint.sign, sign)
    expect(fetched).toHaveBeenCalledTimes(2)
    expect(keyOf(0)).toBe(keyOf(1))
    expect(keyOf(0)).not.toBeNull()
  })

  test('no answer at all is Offline', async () => {
    vi.useFakeTimers()
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    const called = expect(call(api.complaint.sign, sign)).rejects.toBeInstanceOf(Offline)
    await vi.runAllTimersAsync()
    await called
    vi.useRealTimers()
  })

  test('refusals and conflicts come as what they are, and are not tried again', async () => {
    fetched
      .mockResolvedValueOnce(problem(422, 'refused'))
      .mockResolvedValueOnce(problem(409, 'conflict'))
    await expect(call(api.complaint.sign, sign)).rejects.toBeInstanceOf(Refused)
    await expect(call(api.complaint.sign, sign)).rejects.toBeInstanceOf(Conflict)
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  test('a session that ends in the middle: the call waits for the login and goes on with the same key (SYS-02)', async () => {
    fetched
      .mockResolvedValueOnce(problem(401, 'unauthenticated'))
      .mockResolvedValueOnce(answer(200, { ok: true }))
    const called = call(api.complaint.sign, sign)
    await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(1))
    await new Promise((resolve) => setTimeout(resolve, 5))
    sessionRenewed()
    await expect(called).resolves.toEqual({ ok: true })
    expect(keyOf(0)).toBe(keyOf(1))
  })

  test('leaving instead of logging in ends the call', async () => {
    fetched.mockResolvedValueOnce(problem(401, 'unauthenticated'))
    const called = expect(call(api.complaint.sign, sign)).rejects.toBeInstanceOf(LoggedOut)
    await new Promise((resolve) => setTimeout(resolve, 5))
    sessionLeft()
    await called
  })

  test('a page of some proxy in place of an answer is still a sentence with a reference', async () => {
    fetched.mockResolvedValueOnce(new Response('<html>', { status: 502 }))
    await expect(call(api.complaint.sign, sign)).rejects.toMatchObject({
      problem: { error: 'unavailable', reference: 'HTTP 502' },
    })
  })
})
