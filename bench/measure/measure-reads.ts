import type { Ground } from '../ground.ts'
import type { HttpRequest } from '../load/http-lanes.ts'
import { atMost, type Section } from '../report.ts'

const CONNECTIONS = 8
const AIM_P95_MS = 50

export type Read = { readonly name: string; readonly requests: readonly HttpRequest[] }

export function get(token: string, paths: readonly string[]): HttpRequest[] {
  return paths.map((path) => ({ method: 'GET', path, token }))
}

/** Each kind of read by itself, one after the other, at eight connections. */
export async function measureReads(
  ground: Ground,
  title: string,
  reads: readonly Read[],
): Promise<Section> {
  const rows = []
  const targets = []
  for (const { name, requests } of reads) {
    const measured = await ground.generators.http.run(
      {
        kind: 'http',
        address: ground.program().address,
        connections: CONNECTIONS,
        requests,
        ...ground.span,
      },
      ground.watched(),
    )
    const { perSecond, p50, p95, p99, programCpu, databaseCpu } = measured
    rows.push([name, perSecond, p50, p95, p99, programCpu, databaseCpu])
    targets.push(atMost(`${name}: p95 ms`, p95, AIM_P95_MS))
  }
  return {
    title: `${title}, ${CONNECTIONS} connections`,
    columns: ['', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'program ms/op', 'PostgreSQL ms/op'],
    rows,
    targets,
  }
}
