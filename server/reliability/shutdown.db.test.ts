import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { OFFICE_PASSWORD } from '../testing/office-staff.ts'
import { type Program, startProgram } from './program.ts'
import { demand, logIn } from './unsure-client.ts'

// SIGTERM, as systemd sends it: what is under way is answered, nothing holds the program up, the next start finds all well.

let dataDir: string
let program: Program
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-shutdown-'))
  chmodSync(dataDir, 0o711)
  program = await startProgram(dataDir)
  await demand(program.address, null, 'POST', '/setup', {
    setupCode: program.setupCode,
    organisation: '岭川润滑油',
    site: '常州总厂',
    administrator: '钱程',
    login: 'qiancheng',
    password: OFFICE_PASSWORD,
  })
}, 60_000)
afterAll(async () => {
  await program.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A request whose body is on its way: `finish` sends the rest and resolves to all that came back. */
async function beginRequest(address: string, body: string) {
  const { port } = new URL(address)
  const socket: Socket = connect(Number(port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => void (answer += chunk.toString()))
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  const head = `POST /api/v1/login HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n`
  socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 5)}`)
  await sleep(100)
  return {
    async finish(): Promise<string> {
      socket.write(body.slice(5))
      await closed
      return answer
    },
  }
}

test(
  'a request under way is answered, an open screen is let go, and the program ends with 0 within seconds',
  { timeout: 60_000 },
  async () => {
    const { address } = program
    const { token } = await logIn(address, 'qiancheng', OFFICE_PASSWORD)
    const screen = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, {
      headers: { authorization: `Bearer ${token}` },
    })
    screen.on('error', () => undefined)
    await new Promise((resolve) => screen.once('open', resolve))
    const gone = new Promise((resolve) => screen.once('close', resolve))
    const request = await beginRequest(
      address,
      JSON.stringify({ login: 'qiancheng', password: OFFICE_PASSWORD }),
    )
    const since = performance.now()
    const stopped = program.stop()
    await gone
    await sleep(200)
    await expect(fetch(address)).rejects.toThrow()
    expect(await request.finish()).toMatch(/^HTTP\/1.1 200[\s\S]*set-cookie: yinuo_session=/i)
    expect(await stopped).toBe(0)
    expect(performance.now() - since).toBeLessThan(10_000)
    program = await startProgram(dataDir)
    expect((await logIn(program.address, 'qiancheng', OFFICE_PASSWORD)).token).not.toBe(token)
  },
)
