import { randomUUID } from 'node:crypto'

export const PASSWORD = 'correct-horse-battery'

/** The API as a person at a desk uses it; for preparing what is measured, not for measuring. */
export class DeskClient {
  readonly #address: string

  constructor(address: string) {
    this.#address = address
  }

  async logIn(login: string): Promise<string> {
    const answer = await this.#send('POST', '/login', '', { login, password: PASSWORD })
    const token = /yinuo_session=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    if (token === undefined) throw new Error(`${login} cannot log in: ${await answer.text()}`)
    return token
  }

  async post<Answer>(token: string, path: string, body: object = {}): Promise<Answer> {
    return (await this.#send('POST', path, token, body)).json() as Promise<Answer>
  }

  async get<Answer>(token: string, path: string): Promise<Answer> {
    return (await this.#send('GET', path, token)).json() as Promise<Answer>
  }

  async #send(method: string, path: string, token: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.#address}/api/v1${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { cookie: `yinuo_session=${token}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.status !== 200)
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
}
