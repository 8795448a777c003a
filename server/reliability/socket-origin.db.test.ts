import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createOffice, type Office } from '../testing/office.ts'

// Row 26 of reliability.md: the handshake of live updates is as careful as every change.

let office: Office
let address: string
beforeAll(async () => {
  office = await createOffice({ start: true })
  address = await office.app.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => office.stop())

/** 101 when the socket opens, else the status it is refused with. */
function shakeHands(headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', reject)
  })
}

test('a page elsewhere cannot listen with the cookie of somebody logged in', async () => {
  const cookie = `yinuo_session=${office.staff.handler.token}`
  expect(await shakeHands({ cookie, origin: 'https://evil.example' })).toBe(403)
  expect(await shakeHands({ cookie, origin: 'null' })).toBe(403)
  expect(await shakeHands({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await shakeHands({ cookie, origin: address })).toBe(101)
})

test('nor can anybody without a session, or with one that is over', async () => {
  expect(await shakeHands({})).toBe(401)
  expect(await shakeHands({ cookie: `yinuo_session=${'x'.repeat(43)}` })).toBe(401)
  const token = await office.logIn(office.staff.handler.login)
  await office.act({ token }, 'POST', '/logout', {})
  expect(await shakeHands({ cookie: `yinuo_session=${token}` })).toBe(401)
})
