import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { isForeignOrigin } from '../http/origin.ts'
import type { Principal } from '../http/principal.ts'
import { readSessionToken } from '../http/session-cookie.ts'

export type Change = {
  readonly orgId: string
  readonly noun: string
  readonly id: string
  readonly version: number
}

const CHANNEL = 'yinuo_change'
/** One NOTIFY per process per 50 ms: one per transaction halves the rate of writes (commit.md). */
const COALESCE_MS = 50
/** PostgreSQL refuses payloads of 8,000 bytes; so many changes stay well below. */
const MOST_PER_MESSAGE = 60
/** A screen that does not read is cut off and fetches anew. */
const SLOW_READER_BYTES = 1_000_000

export type LivePorts = {
  readonly appUrl: string
  readonly logger: Logger
  authenticate(token: string): Promise<Principal | null>
  /** Told of every change, from this node or another. */
  onChange(change: Change): void
}

/** Tells every open screen of an organisation what changed: noun, id, version. Screens fetch what they show and is older. */
export class LiveHub {
  readonly #ports: LivePorts
  readonly #sockets = new Map<string, Set<WebSocket>>()
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_000 })
  #pending: Change[] = []
  #timer: NodeJS.Timeout | undefined
  #client: pg.Client | undefined
  #closed = false

  constructor(ports: LivePorts) {
    this.#ports = ports
  }

  async start(http: Server): Promise<void> {
    http.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
    await this.#listen()
  }

  /** After commit. Reaches the screens of this node and, coalesced, those of the others. */
  changed(change: Change): void {
    this.#pending.push(change)
    this.#timer ??= setTimeout(() => void this.#flush(), COALESCE_MS)
  }

  openSockets(): number {
    return this.#server.clients.size
  }

  /** Sends every screen elsewhere; what is still answered meanwhile is told to the other nodes. */
  disconnect(): void {
    this.#closed = true
    for (const sockets of this.#sockets.values()) for (const socket of sockets) socket.terminate()
  }

  async stop(): Promise<void> {
    this.disconnect()
    clearTimeout(this.#timer)
    await this.#flush()
    this.#server.close()
    await this.#client?.end().catch(() => undefined)
  }

  async #flush(): Promise<void> {
    this.#timer = undefined
    const changes = this.#pending.splice(0)
    for (let at = 0; at < changes.length; at += MOST_PER_MESSAGE) {
      const part = changes.slice(at, at + MOST_PER_MESSAGE)
      try {
        if (this.#client === undefined) throw new Error('not connected')
        await this.#client.query('select pg_notify($1, $2)', [
          CHANNEL,
          JSON.stringify(part.map((one) => [one.orgId, one.noun, one.id, one.version])),
        ])
      } catch {
        // The other nodes' screens catch up by fetching; ours at least are told.
        this.#deliver(part)
      }
    }
  }

  async #listen(): Promise<void> {
    if (this.#closed) return
    const client = new pg.Client({
      connectionString: this.#ports.appUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      // Nothing is kept here: a notification lost with the server is fetched anew by every screen.
      options: '-c synchronous_commit=off',
    })
    client.on('error', () => undefined)
    client.on('notification', (message) => {
      const rows = JSON.parse(message.payload ?? '[]') as [string, string, string, number][]
      this.#deliver(rows.map(([orgId, noun, id, version]) => ({ orgId, noun, id, version })))
    })
    client.once('end', () => {
      this.#client = undefined
      if (!this.#closed) setTimeout(() => void this.#listen(), 1_000)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      this.#client = client
      // What happened while nobody listened is not known: every screen connects and fetches anew.
      for (const sockets of this.#sockets.values()) for (const socket of sockets) socket.close(4408)
    } catch (error) {
      this.#ports.logger.warn({ err: error }, 'live updates: database not reached, trying again')
      await client.end().catch(() => undefined)
    }
  }

  #deliver(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#ports.onChange(change)
      this.#send(
        change.orgId,
        JSON.stringify({ noun: change.noun, id: change.id, version: change.version }),
      )
    }
  }

  #send(orgId: string, message: string): void {
    for (const socket of this.#sockets.get(orgId) ?? []) {
      if (socket.bufferedAmount > SLOW_READER_BYTES) socket.terminate()
      else socket.send(message)
    }
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const refuse = (status: string): void =>
      void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
    if (request.url?.split('?')[0] !== '/api/v1/live') return refuse('404 Not Found')
    if (isForeignOrigin(request.headers)) return refuse('403 Forbidden')
    const token = readSessionToken(request.headers)
    const principal =
      token === null ? null : await this.#ports.authenticate(token).catch(() => null)
    if (principal === null || token === null) return refuse('401 Unauthorized')
    if (this.#closed) return refuse('503 Service Unavailable')
    this.#server.handleUpgrade(request, socket, head, (accepted) => {
      accepted.send(JSON.stringify({ now: principal.now }))
      this.#accept(accepted, principal.orgId, token)
    })
  }

  #accept(socket: WebSocket, orgId: string, token: string): void {
    const sockets = this.#sockets.get(orgId) ?? new Set()
    this.#sockets.set(orgId, sockets.add(socket))
    // A session that ended must not go on listening.
    const check = setInterval(() => {
      void this.#ports.authenticate(token).then(
        (principal) => (principal === null ? socket.close(4401) : socket.ping()),
        () => undefined,
      )
    }, 25_000)
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(check)
      sockets.delete(socket)
      if (sockets.size === 0) this.#sockets.delete(orgId)
    })
  }
}
