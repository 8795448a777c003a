import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'

/** Somebody waited long enough to notice. */
const SLOW_MS = 1_000

/**
 * Measures every answer. A slow one is logged as a warning, with LOG_LEVEL=info every one: route template, status, time and the
 * reference that a person reads off an error. Never a path, which may hold what somebody searched for, nor an address.
 */
export function watchRequests(
  server: FastifyInstance,
  metrics: Pick<Metrics, 'requestAnswered'>,
  logger: Logger,
  slowMs = SLOW_MS,
): void {
  const logsAll = logger.isLevelEnabled('info')
  server.addHook('onResponse', async (request, reply) => {
    const { method, id: reference } = request
    const route = routeOf(request.routeOptions.url)
    const ms = reply.elapsedTime
    const status = reply.statusCode
    metrics.requestAnswered(method, route, status, ms / 1000)
    const isSlow = ms >= slowMs
    if (!isSlow && !logsAll) return
    const line = { method, route, status, ms: Math.round(ms), reference }
    if (isSlow) logger.warn(line, 'slow request')
    else logger.info(line, 'request')
  })
}

/** Files of the desk are one route: each build names them anew. */
function routeOf(url: string | undefined): string {
  if (url === undefined) return 'none'
  return /^\/(api|health|metrics)\b/.test(url) ? url : 'page'
}
