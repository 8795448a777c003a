import type { FastifyInstance } from 'fastify'
import { api, type Route } from '@yinuo/contract'
import { openApiDocument } from './open-api-document.ts'
import { API_PREFIX } from './serve.ts'

export function serveOpenApi(server: FastifyInstance, version: string): void {
  let document: string | undefined
  server.get('/api/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(version))
    return reply.type('application/json; charset=utf-8').send(document)
  })
  server.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(docsPage(version)),
  )
}

function docsPage(version: string): string {
  const sections = Object.entries(api)
    .map(
      ([noun, routes]) =>
        `<h2>${noun}</h2><table>${(Object.entries(routes) as [string, Route][]).map(([name, route]) => row(noun, name, route)).join('')}</table>`,
    )
    .join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>一诺 API ${version}</title>
<style>body{font:14px/24px "PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;margin:24px auto;max-width:1120px;padding:0 16px;color:#1b1d22;background:#fff}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}table{border-collapse:collapse;width:100%}td{border-top:1px solid #e4e4df;padding:6px 12px 6px 0;vertical-align:top}
code{font:13px/22px ui-monospace,monospace;overflow-wrap:anywhere}.m{color:#35449e;width:56px}.a{color:#646872;width:140px}</style>
<h1>一诺 API ${version}</h1>
<p>路径都在 <code>${API_PREFIX}</code> 之下。机器读的完整说明（OpenAPI 3.1）：<a href="/api/openapi.json">/api/openapi.json</a>。</p>
<p>登录后用 Cookie，程序也可用 <code>Authorization: Bearer</code>。每个改动都带 <code>Idempotency-Key</code>：重发用同一个键，只办一次。没有办成时什么都不改，
答复里写明依据（<code>unmet[].rule</code>）、缺什么（<code>missing</code>）、谁能办（<code>who</code>）。</p>${sections}</html>`
}

function row(noun: string, name: string, route: Route): string {
  return `<tr><td class="m"><code>${route.method}</code></td><td><code>${route.path}</code><br>${escapeHtml(route.summary)}</td><td class="a">${route.access}</td><td class="a"><code>${noun}.${name}</code></td></tr>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
