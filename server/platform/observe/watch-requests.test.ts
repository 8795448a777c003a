import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { createLogger } from '../log/logger.ts'
import { watchRequests } from './watch-requests.ts'

const SLOW_MS = 30

async function ask(level: string, path: string) {
  const lines: string[] = []
  const measured: string[] = []
  const server = Fastify()
  watchRequests(
    server,
    { requestAnswered: (method, route, status) => measured.push(`${method} ${route} ${status}`) },
    createLogger(level, { write: (line) => lines.push(line) }),
    SLOW_MS,
  )
  server.get('/api/v1/customers/:id', async (request) => {
    if ((request.params as { id: string }).id === 'slow') await sleep(SLOW_MS + 20)
    return {}
  })
  server.get('/assets/index-4711.js', async () => '')
  await server.inject({ url: path })
  await server.close()
  return { lines, measured }
}

test('a slow answer is logged by its route, never by what stood in the address (row 32)', async () => {
  const { lines } = await ask('warn', '/api/v1/customers/slow?q=13912345678')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    route: '/api/v1/customers/:id',
    status: 200,
    msg: 'slow request',
  })
  expect(lines[0]).not.toContain('13912345678')
})

test('a quick one only when every request is asked for', async () => {
  expect((await ask('warn', '/api/v1/customers/1')).lines).toEqual([])
  expect((await ask('info', '/api/v1/customers/1')).lines).toHaveLength(1)
})

test('measures have one name per route: not per case, per file of a build, or per guess', async () => {
  const measure = async (path: string) => (await ask('warn', path)).measured
  expect(await measure('/api/v1/customers/4711')).toEqual(['GET /api/v1/customers/:id 200'])
  expect(await measure('/assets/index-4711.js')).toEqual(['GET page 200'])
  expect(await measure('/wp-login.php')).toEqual(['GET none 404'])
})
