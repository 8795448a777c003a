import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  /** `route` is the template, never a path: an id in a label would be one series per case. */
  requestAnswered(method: string, route: string, status: number, seconds: number): void
  /** By requirement, which is a closed set. */
  refused(rules: readonly string[]): void
  /** How late each of a batch of clocks fired. */
  fired(lateSeconds: readonly number[]): void
  /** Prometheus text, after what has to be looked up was looked up. */
  render(): Promise<string>
  readonly contentType: string
}

/** Looked up when somebody scrapes. */
export type Observed = {
  readonly pool: {
    readonly totalCount: number
    readonly idleCount: number
    readonly waitingCount: number
  }
  openSockets(): number
  /** Since the worker last showed a sign of life. */
  workerSilentMs(): number
  /** Null when the database does not answer in time. */
  commitments(): Promise<CommitmentFigures | null>
  /** Milliseconds since 1970; null when never. */
  lastBackupMs(): number | null
}

export type CommitmentFigures = {
  readonly running: number
  readonly late: number
  readonly unfired: number
  readonly behindSeconds: number
}

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const LATE_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 3600]

/** The program's figures for Prometheus: counts and times, never a name, number or word of anybody (row 32). */
export function createMetrics(observed: Observed): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'yinuo_http_request_duration_seconds',
    help: 'Time to answer a request, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  })
  const refusals = new Counter({
    name: 'yinuo_refusals_total',
    help: 'Unmet rules in refused commands, by requirement.',
    labelNames: ['rule'],
    registers,
  })
  const lateness = new Histogram({
    name: 'yinuo_commitment_fired_late_seconds',
    help: 'How long after its time a warning, miss or rung was fired (business time).',
    buckets: LATE_SECONDS,
    registers,
  })
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers })
  const up = gauge('yinuo_database_up', '1 when the database answered this scrape.')
  const running = gauge('yinuo_commitments_running', 'Deadlines and promises that are open.')
  const late = gauge('yinuo_commitments_late', 'Open ones whose due time has passed.')
  const unfired = gauge('yinuo_commitments_unfired', 'Clocks that should have fired by now.')
  const behind = gauge('yinuo_worker_behind_seconds', 'How overdue the oldest of these is.')
  const silent = gauge('yinuo_worker_silent_seconds', 'Since the worker last looked.')
  const connections = gauge('yinuo_database_connections', 'Open connections of the pool.')
  const idle = gauge('yinuo_database_connections_idle', 'Those that nobody uses.')
  const waiting = gauge('yinuo_database_waiting', 'Requests that wait for a connection.')
  const sockets = gauge('yinuo_live_sockets', 'Screens that are told of changes.')
  const backup = gauge(
    'yinuo_last_backup_timestamp_seconds',
    'When the last backup was made; 0 when never.',
  )

  const lookUp = async (): Promise<void> => {
    silent.set(observed.workerSilentMs() / 1000)
    connections.set(observed.pool.totalCount)
    idle.set(observed.pool.idleCount)
    waiting.set(observed.pool.waitingCount)
    sockets.set(observed.openSockets())
    backup.set((observed.lastBackupMs() ?? 0) / 1000)
    const figures = await observed.commitments()
    up.set(figures === null ? 0 : 1)
    // The last known figures would look like a program that stands still.
    for (const one of [running, late, unfired, behind]) one.reset()
    if (figures === null) return
    running.set(figures.running)
    late.set(figures.late)
    unfired.set(figures.unfired)
    behind.set(figures.behindSeconds)
  }

  return {
    requestAnswered(method, route, status, seconds) {
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    refused(rules) {
      for (const rule of rules) refusals.inc({ rule })
    },
    fired(lateSeconds) {
      for (const seconds of lateSeconds) lateness.observe(seconds)
    },
    async render() {
      await lookUp()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
