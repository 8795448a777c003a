import { randomUUID } from 'node:crypto'
import type { Problem } from '@yinuo/contract'
import { DEMO_PASSWORD } from './demo-people.ts'

/** As much of an HTTP server as the demo needs: a request answered inside the program. */
export type Injectable = {
  inject(request: {
    method: 'GET' | 'POST' | 'PUT'
    url: string
    headers: Record<string, string>
    payload?: object | Buffer
  }): Promise<{ statusCode: number; headers: object; json(): unknown }>
}

type Method = 'GET' | 'POST' | 'PUT'

/**
 * The demo's people at their desks: everything goes through the API with their own log-ins, so nothing in the demo is there
 * that the program would not have allowed.
 */
export class DemoDesk {
  readonly #server: Injectable
  readonly #tokens = new Map<string, Promise<string>>()

  constructor(server: Injectable) {
    this.#server = server
  }

  /** Logs in on the first call. Throws the refusal's words: a demo that is refused is a defect of the demo. */
  async call<Output>(
    login: string,
    method: Method,
    path: string,
    body?: object | Buffer,
  ): Promise<Output> {
    const session = this.#tokens.get(login) ?? this.#logIn(login)
    this.#tokens.set(login, session)
    const token = await session
    const answer = await this.#send(method, path, body, { authorization: `Bearer ${token}` })
    return answer.json() as Output
  }

  async #logIn(login: string): Promise<string> {
    const credentials = { login, password: DEMO_PASSWORD }
    const answer = await this.#send('POST', '/login', credentials, {})
    const { 'set-cookie': cookie } = answer.headers as { 'set-cookie'?: string | string[] }
    const token = /=([\w-]{43})/.exec(String(cookie))?.[1]
    if (token === undefined) throw new Error(`${login} got no session`)
    return token
  }

  async #send(
    method: Method,
    path: string,
    body: object | Buffer | undefined,
    headers: Record<string, string>,
  ) {
    const answer = await this.#server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...headers,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    if (answer.statusCode === 200) return answer
    const problem = answer.json() as Problem
    const fields = (problem.fields ?? []).map((one) => `${one.path} ${one.message}`).join('；')
    throw new Error(`demo: ${method} ${path}: ${problem.message} ${fields}`)
  }
}
