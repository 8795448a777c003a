import { createHash, hash as hashOnce, randomUUID } from 'node:crypto'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Logger } from 'pino'
import { PROBLEMS, type Problem, type Route } from '@yinuo/contract'
import { admit, type AdmissionPorts } from './admit.ts'
import type { Handler } from './handler.ts'
import { isDownload } from './handler.ts'
import { parseInput } from './input.ts'
import { ProblemError } from './problem.ts'
import type { Principal } from './principal.ts'
import { clearedCookie, sessionCookie } from './session-cookie.ts'

const JSON_LIMIT = 1_000_000
export const API_PREFIX = '/api/v1'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null before login. */
    principal: Principal | null
  }
}

export type ServePorts = AdmissionPorts & {
  readonly logger: Logger
  /** Addresses whose `X-Forwarded-*` headers are believed (`loopback`, `10.0.0.0/8` …); true believes everybody. */
  readonly trustProxy: boolean | string
  /** In tests every answer is held against the contract; a deviation is a defect and answered 500. */
  readonly checkOutput: boolean
}

/** The HTTP API: one registration per route of the contract, one order of checks for all of them. */
export function serveApi(handlers: readonly Handler[], ports: ServePorts): FastifyInstance {
  const server: FastifyInstance = Fastify({
    loggerInstance: ports.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: ports.trustProxy,
    bodyLimit: JSON_LIMIT,
    genReqId: () => randomUUID(),
    // A machine that stalls while it boots is no reason not to start.
    pluginTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance
  server.decorateRequest('principal', null)
  server.removeContentTypeParser('text/plain')
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply))
  server.setNotFoundHandler((request, reply) =>
    answerError(new ProblemError('not-found'), request, reply),
  )
  for (const handler of handlers) register(server, handler, ports)
  return server
}

function register(server: FastifyInstance, handler: Handler, ports: ServePorts): void {
  const { route } = handler
  server.route({
    method: route.method,
    url: `${API_PREFIX}${route.path}`,
    bodyLimit: route.rawLimit ?? JSON_LIMIT,
    onRequest: async (request, reply) => {
      try {
        request.principal = await admit(handler, request.headers, ports)
      } catch (error) {
        // A large body is not worth reading for the sake of the connection.
        if (route.rawLimit !== undefined) void reply.header('connection', 'close')
        throw error
      }
    },
    handler: async (request, reply) => {
      const mutating = route.method !== 'GET'
      const { principal } = request
      const { params, query, body, raw } = parseInput(route, request)
      const key = mutating ? readKey(request, route) : ''
      const result = await handler.run({
        params,
        query,
        body,
        raw,
        key,
        inputHash: mutating ? hashInput(request, raw) : Buffer.alloc(0),
        address: request.ip,
        headers: { host: request.host, secure: request.protocol === 'https' },
        setSession: (next) => {
          void reply.header(
            'set-cookie',
            next === null ? clearedCookie() : sessionCookie(next, request.protocol === 'https'),
          )
        },
        principal: principal as Principal,
      })
      return answer(reply, route, result, principal, ports)
    },
  })
}

function readKey(request: FastifyRequest, route: Route): string {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && /^[\w-]{8,80}$/.test(key)) return key
  // Before login there is nobody to keep a key for.
  if (route.access === 'public') return ''
  throw new ProblemError('key-missing')
}

/** A repeat is the same bytes sent again, so the order of keys may count. */
function hashInput(request: FastifyRequest, raw: Buffer): Buffer {
  const subject = `${request.method} ${request.url}\n`
  return raw.length > 0
    ? createHash('sha256').update(subject).update(raw).digest()
    : hashOnce('sha256', subject + JSON.stringify(request.body ?? null), 'buffer')
}

function answer(
  reply: FastifyReply,
  route: Route,
  result: unknown,
  principal: Principal | null,
  ports: ServePorts,
): unknown {
  if (principal !== null) void reply.header('x-business-time', principal.now)
  if (isDownload(result)) {
    // Never shown inline from our own origin (SYS-11).
    void reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(result.fileName)}`,
      )
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type(result.type)
    return reply.send(result.download)
  }
  if (ports.checkOutput) {
    const checked = route.output.safeParse(result)
    if (!checked.success)
      throw new Error(
        `${route.method} ${route.path} answered outside the contract: ${checked.error.message}`,
      )
  }
  void reply.header('cache-control', 'no-store').type('application/json; charset=utf-8')
  return reply.send(JSON.stringify(result))
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error, request)
  if (problem.error === 'internal' || problem.error === 'unavailable')
    request.log.error({ err: error, reference: problem.reference }, problem.error)
  const { status } = PROBLEMS[problem.error]
  if (problem.retryAfterSeconds !== undefined)
    void reply.header('retry-after', problem.retryAfterSeconds)
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(problem))
}

function asProblem(error: unknown, request: FastifyRequest): Problem {
  const reference = request.id
  if (error instanceof ProblemError) {
    return { error: error.error, message: error.message, reference, ...error.details }
  }
  const kind = kindOf(error)
  return { error: kind, message: PROBLEMS[kind].message, reference }
}

/** Node and PostgreSQL codes that mean: no connection, no room, shutting down; trying again later may help. */
const UNAVAILABLE = /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|08|53|57P)/

function kindOf(error: unknown): Problem['error'] {
  const { code, statusCode, message } = error as {
    code?: string
    statusCode?: number
    message?: string
  }
  if (statusCode === 413 || code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large'
  if (statusCode === 415) return 'unsupported'
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return 'invalid'
  if (code !== undefined && UNAVAILABLE.test(code)) return 'unavailable'
  if (/connection|timeout exceeded/i.test(message ?? '')) return 'unavailable'
  return 'internal'
}
