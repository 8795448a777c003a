import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOffice, type Office } from '../testing/office.ts'

// Twenty megabytes are promised, a little of it is sent, and the rest never comes: only who does not wait for it can answer.

const PROMISED = 20_000_000
const SENT = 64 * 1024

let office: Office
const received: Socket[] = []
beforeAll(async () => {
  office = await createOffice()
  office.app.server.server.on('connection', (socket) => received.push(socket))
  await office.app.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => office.stop())

/** The answer to the beginning of an upload, and how much of it the server took in before it hung up. */
async function beginUpload(path: string, headers: Readonly<Record<string, string>>) {
  const { port } = office.app.server.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  const head = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/octet-stream',
    'content-length': String(PROMISED),
    'idempotency-key': randomUUID(),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  let answer = ''
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
    socket.on('error', () => {})
    socket.on('close', () => resolve())
  })
  socket.write(`POST /api/v1${path} HTTP/1.1\r\n${head.join('')}\r\n`)
  socket.write(Buffer.alloc(SENT))
  await ended
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), read: received.at(-1)?.bytesRead }
}

const UPLOADS = ['/attachments?name=a.png', '/imports?kind=customers']

test.each(UPLOADS)(
  'whoever is not logged in is refused before a byte of %s is read',
  async (path) => {
    const { status, read } = await beginUpload(path, {})
    expect(status).toBe(401)
    expect(read).toBeLessThan(2 * SENT)
  },
)

test.each(UPLOADS)(
  'a page of another origin is refused before a byte of %s is read',
  async (path) => {
    const { status } = await beginUpload(path, {
      origin: 'https://elsewhere.example',
      authorization: `Bearer ${office.staff.administrator.token}`,
    })
    expect(status).toBe(403)
  },
)

test('ROLE-22: whoever has not the duty is refused before the file is read, and the refusal is kept', async () => {
  const { status } = await beginUpload('/imports?kind=customers', {
    authorization: `Bearer ${office.staff.warehouse.token}`,
  })
  expect(status).toBe(422)
  const { rows } = await office.database.admin.query('select command from refusal')
  expect(rows).toEqual([{ command: 'POST /imports' }])
})
