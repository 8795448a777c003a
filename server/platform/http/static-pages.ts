import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Scripts and styles only from here; antd needs inline styles, nothing needs inline scripts (row 22 of reliability.md). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const YEAR_SECONDS = 31_536_000

/** The desk's pages; every path that is no file and no API is a page of the single-page application. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name; the entry page does not.
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
      )
    },
  })
  server.get('/*', async (request, reply) => {
    // A page of the last build asks for its scripts in vain; told so plainly it can reload (never HTML under a script's name).
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      return reply.callNotFound()
    return reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .sendFile('index.html')
  })
}

/** On every answer, pages and API alike. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => {
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-frame-options', 'DENY')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), geolocation=(), payment=()')
  })
}
