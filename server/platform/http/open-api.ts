import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { api, problem, type Route } from '@yinuo/contract'
import { API_PREFIX } from './serve.ts'

type Schema = Record<string, unknown>

/** OpenAPI 3.1 from the contract itself, so that it can say nothing the server does not do (SYS-21). */
function openApiDocument(version: string): Schema {
  const paths: Record<string, Schema> = {}
  for (const [noun, routes] of Object.entries(api)) {
    for (const [name, route] of Object.entries(routes) as [string, Route][]) {
      const path = `${API_PREFIX}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(noun, name, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '一诺 Yinuo',
      version,
      description: '对客户的每个承诺都有到期时间，不会悄悄错过。',
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'yinuo_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    paths,
  }
}

function operation(noun: string, name: string, route: Route): Schema {
  const body = schemaOf(route.body, 'input')
  const hasBody =
    route.method !== 'GET' &&
    (route.rawLimit !== undefined ||
      Object.keys((body['properties'] as object | undefined) ?? {}).length > 0)
  return {
    operationId: `${noun}.${name}`,
    tags: [noun],
    summary: route.summary,
    'x-access': route.access,
    security: route.access === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.method === 'GET' || route.access === 'public' ? [] : [IDEMPOTENCY_KEY]),
    ],
    ...(hasBody
      ? {
          requestBody: {
            required: true,
            content:
              route.rawLimit === undefined
                ? { 'application/json': { schema: body } }
                : { 'application/octet-stream': {} },
          },
        }
      : {}),
    responses: {
      200: {
        description: '成功',
        content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
      },
      default: {
        description: '没有办成，什么都没有改动',
        content: { 'application/json': { schema: schemaOf(problem, 'output') } },
      },
    },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
  description: '同一操作重发时用同一个键，只办一次',
}

function parameters(shape: z.ZodType, place: 'path' | 'query'): Schema[] {
  const schema = schemaOf(shape, 'input')
  const required = new Set((schema['required'] as string[] | undefined) ?? [])
  return Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {}).map(
    ([name, one]) => ({
      name,
      in: place,
      required: place === 'path' || required.has(name),
      schema: one,
    }),
  )
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Schema
  return schema
}

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
