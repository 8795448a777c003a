import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Nothing but our own files: no third party learns of a customer's visit, and no word of a case can run. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const YEAR_SECONDS = 31_536_000

/** The customer's page at `/p/<token>`; the page itself reads the token and no address after it carries one (SYS-27). */
export async function servePortal(server: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(path.join(folder, 'index.html'))
  await server.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/p/assets/',
    decorateReply: false,
    index: false,
    wildcard: false,
    setHeaders: (reply) => {
      void reply.header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
    },
  })
  server.get('/p/:token', async (_request, reply) =>
    reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(page),
  )
}
