import type { FastifyInstance } from 'fastify'

/** Longer than any answer takes (pool.ts); then whoever is left is cut off. */
const PATIENCE_MS = 15_000
const LOOK_EVERY_MS = 50

/** Takes no new connection, answers what is under way, then closes. Bounded: a client that sends nothing holds nobody up. */
export async function drain(server: FastifyInstance, patienceMs = PATIENCE_MS): Promise<void> {
  const { server: http } = server
  // A browser keeps its connection open after the answer; Node closes only those that are idle at the beginning.
  const idle = setInterval(() => http.closeIdleConnections(), LOOK_EVERY_MS)
  const over = setTimeout(() => http.closeAllConnections(), patienceMs)
  try {
    await server.close()
  } finally {
    clearInterval(idle)
    clearTimeout(over)
  }
}
