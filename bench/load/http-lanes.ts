import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Lane } from './drive-lanes.ts'

export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  /** Below /api/v1. */
  readonly path: string
  /** Of a session. */
  readonly token: string
  /** JSON text; each sending carries a fresh Idempotency-Key. */
  readonly body?: string
}

/**
 * Kept-alive connections that speak just enough HTTP/1.1: on two cores a general client would take the processor from the
 * program it measures. The lanes take the requests in turn. An answer other than 200 ends the run.
 */
export async function openHttpLanes(
  address: string,
  count: number,
  requests: readonly HttpRequest[],
): Promise<{ readonly lanes: readonly Lane[]; close(): Promise<void> }> {
  const { hostname, port, host } = new URL(address)
  const heads = requests.map((request) => headOf(request, host))
  const run = randomBytes(6).toString('hex')
  let next = 0
  const nextMessage = (): string => {
    const index = next % requests.length
    next += 1
    const { body } = requests[index] as HttpRequest
    const head = heads[index] as string
    return body === undefined ? head : `${head}idempotency-key: ${run}-${next}\r\n\r\n${body}`
  }
  const sockets = await Promise.all(
    Array.from({ length: count }, () => openSocket(hostname, Number(port))),
  )
  return {
    lanes: sockets.map((socket) => laneOver(socket, nextMessage)),
    close: async () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}

function headOf({ method, path, token, body }: HttpRequest, host: string): string {
  const start = `${method} /api/v1${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: yinuo_session=${token}\r\n`
  if (body === undefined) return `${start}\r\n`
  return `${start}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
}

function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => resolve(socket))
  })
}

function laneOver(socket: Socket, nextMessage: () => string): Lane {
  let waiting: { resolve(): void; reject(error: Error): void } | undefined
  let chunks: Buffer[] = []
  let received = 0
  let expected = 0
  const fail = (error: Error): void => {
    socket.destroy()
    waiting?.reject(error)
  }
  socket.on('error', fail)
  socket.on('close', () => waiting?.reject(new Error('the program closed the connection')))
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    received += chunk.length
    if (expected === 0) expected = wholeLength(chunks)
    if (expected === 0 || received < expected) return
    const status = (chunks[0] as Buffer).toString('latin1', 9, 12)
    if (status !== '200') return fail(new Error(Buffer.concat(chunks).toString()))
    chunks = []
    received = 0
    expected = 0
    waiting?.resolve()
  })
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(nextMessage())
    })
}

/** Bytes of head and body together; 0 while the head is not complete. */
function wholeLength(chunks: readonly Buffer[]): number {
  const start = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
  const end = start.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const length = /content-length: (\d+)/i.exec(start.toString('latin1', 0, end))?.[1]
  // The program sends every JSON answer in one piece with its length.
  if (length === undefined)
    throw new Error(`no content-length: ${start.toString('latin1', 0, end)}`)
  return end + 4 + Number(length)
}
