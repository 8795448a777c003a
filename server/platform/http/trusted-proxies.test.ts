import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { trustedProxies } from './trusted-proxies.ts'

/** The address that counts for a call arriving from `peer` with this header. */
async function addressOf(setting: string | undefined, peer: string, forwarded: string) {
  const server = Fastify({ trustProxy: trustedProxies(setting) })
  server.get('/', async (request) => `${request.ip} ${request.protocol}`)
  const { body } = await server.inject({
    url: '/',
    remoteAddress: peer,
    headers: { 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' },
  })
  await server.close()
  return body
}

test('behind a proxy on this machine the address it adds counts, not the one the caller made up (row 29)', async () => {
  expect(await addressOf('1', '127.0.0.1', '6.6.6.6, 198.51.100.7')).toBe('198.51.100.7 https')
})

test('who reaches the program past the proxy cannot choose his address', async () => {
  expect(await addressOf('1', '198.51.100.7', '6.6.6.6')).toBe('198.51.100.7 http')
  expect(await addressOf(undefined, '127.0.0.1', '6.6.6.6')).toBe('127.0.0.1 http')
})

test('a proxy on another machine is named by its address', async () => {
  expect(await addressOf('10.0.0.5', '10.0.0.5', '198.51.100.7')).toBe('198.51.100.7 https')
  expect(await addressOf('10.0.0.5', '10.0.0.6', '198.51.100.7')).toBe('10.0.0.6 http')
})
