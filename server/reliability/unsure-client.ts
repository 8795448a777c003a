import { randomUUID } from 'node:crypto'

export type Session = { readonly token: string }
export type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** Once through HTTP, as any program would; null when no answer came: then nobody knows whether it happened. */
export async function ask(
  address: string,
  who: Session | null,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  key: string = randomUUID(),
): Promise<Answered | null> {
  try {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(who === null ? {} : { authorization: `Bearer ${who.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    })
    return {
      status: response.status,
      body: (await response.json()) as Readonly<Record<string, unknown>>,
    }
  } catch {
    return null
  }
}

/** As `ask`, for what has to succeed. */
export async function demand(...request: Parameters<typeof ask>): Promise<Answered['body']> {
  const answer = await ask(...request)
  if (answer?.status === 200) return answer.body
  throw new Error(`${request[2]} ${request[3]}: ${JSON.stringify(answer)}`)
}

export async function logIn(address: string, login: string, password: string): Promise<Session> {
  const response = await fetch(`${address}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  const token = /yinuo_session=([\w-]{43})/.exec(response.headers.get('set-cookie') ?? '')?.[1]
  if (token === undefined) throw new Error(`${login} cannot log in: ${await response.text()}`)
  return { token }
}

/** One thing a client wants done once, and what it knows about it. */
export type Wish = {
  readonly key: string
  readonly body: object
  /** Id of what was made, once an answer said so. */
  made: string | undefined
}

/**
 * Several clients at once, each sending one wish after another until told to stop. 200 is remembered as done; no answer and
 * 503 leave a wish open, to be sent again with the same key. Any other answer is a failure of the test.
 */
export class Clients {
  readonly wishes: Wish[] = []
  readonly #wishFor: (number: number) => object
  readonly #path: string

  constructor(path: string, wishFor: (number: number) => object) {
    this.#path = path
    this.#wishFor = wishFor
  }

  get open(): readonly Wish[] {
    return this.wishes.filter(({ made }) => made === undefined)
  }

  /** Runs `count` clients until `stopped` resolves; every request under way is waited for. */
  async run(address: string, who: Session, count: number, stopped: Promise<void>): Promise<void> {
    let running = true
    void stopped.then(() => (running = false))
    const client = async (): Promise<void> => {
      while (running) {
        const wish: Wish = {
          key: randomUUID(),
          body: this.#wishFor(this.wishes.length),
          made: undefined,
        }
        this.wishes.push(wish)
        await this.#send(address, who, wish)
      }
    }
    await Promise.all(Array.from({ length: count }, client))
  }

  /** Sends what is open again, under its own key, until everything has an answer. */
  async settle(address: string, who: Session): Promise<void> {
    for (let round = 0; this.open.length > 0; round += 1) {
      if (round > 200) throw new Error(`${this.open.length} wishes stay without an answer`)
      await Promise.all(this.open.slice(0, 8).map((wish) => this.#send(address, who, wish)))
    }
  }

  async #send(address: string, who: Session, wish: Wish): Promise<void> {
    const answer = await ask(address, who, 'POST', this.#path, wish.body, wish.key)
    if (answer?.status === 200) wish.made = String(answer.body['id'])
    else if (answer !== null && answer.status !== 503)
      throw new Error(`an unexpected answer: ${JSON.stringify(answer)}`)
    else await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
