import * as contract from '@yinuo/contract'
import { api, problem, type Route } from '@yinuo/contract'
import type { z } from 'zod'
import { API_PREFIX } from './serve.ts'
import { NamedSchemas, type Schema } from './named-schemas.ts'

/** OpenAPI 3.1 from the contract itself, so that it can say nothing the server does not do (SYS-21). */
export function openApiDocument(version: string): Schema {
  const components = new NamedSchemas(contract)
  const paths: Record<string, Schema> = {}
  for (const [noun, routes] of Object.entries(api)) {
    for (const [name, route] of Object.entries(routes) as [string, Route][]) {
      const path = `${API_PREFIX}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operation(noun, name, route, components),
      }
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
      responses: {
        problem: {
          description: '没有办成，什么都没有改动',
          content: json(components.schemaOf(problem, 'output')),
        },
      },
      schemas: components.used(),
    },
    paths,
  }
}

function operation(noun: string, name: string, route: Route, components: NamedSchemas): Schema {
  const body = components.schemaOf(route.body, 'input')
  const hasBody =
    route.method !== 'GET' &&
    (route.rawLimit !== undefined ||
      '$ref' in body ||
      Object.keys((body['properties'] as object | undefined) ?? {}).length > 0)
  return {
    operationId: `${noun}.${name}`,
    tags: [noun],
    summary: route.summary,
    'x-access': route.access,
    security: route.access === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...parameters(route.params, 'path', components),
      ...parameters(route.query, 'query', components),
      ...(route.method === 'GET' || route.access === 'public' ? [] : [IDEMPOTENCY_KEY]),
    ],
    ...(hasBody
      ? {
          requestBody: {
            required: true,
            content: route.rawLimit === undefined ? json(body) : { 'application/octet-stream': {} },
          },
        }
      : {}),
    responses: {
      200: { description: '成功', content: json(components.schemaOf(route.output, 'output')) },
      default: { $ref: '#/components/responses/problem' },
    },
  }
}

function json(schema: Schema): Schema {
  return { 'application/json': { schema } }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
  description: '同一操作重发时用同一个键，只办一次',
}

function parameters(shape: z.ZodType, place: 'path' | 'query', components: NamedSchemas): Schema[] {
  const schema = components.inlined(shape)
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
