import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { OrgId, UnmetGate } from '@yinuo/domain'
import { builtInPlaybooks } from '@yinuo/playbooks'
import {
  attachmentFacts,
  AttachmentFiles,
  attachmentHandlers,
  bindAttachment,
} from './modules/attachment/index.ts'
import { commitmentHandlers, CommitmentWorker } from './modules/commitment/index.ts'
import {
  CaseAppends,
  CaseNumbers,
  type Change,
  complaintHandlers,
  countByCustomer,
  eachFigureRow,
  historyWith,
  InHand,
  listComplaints,
  promisesTo,
  readVisibleCase,
  taskHandlers,
} from './modules/complaint/index.ts'
import {
  customerHandlers,
  customerOfRegistration,
  customerOnFile,
  linkEndUserNamed,
  listCustomers,
} from './modules/customer/index.ts'
import { figuresHandlers } from './modules/figures/index.ts'
import { importHandlers } from './modules/import/index.ts'
import { intakeHandlers } from './modules/intake/index.ts'
import { countUnread, noticeHandlers } from './modules/notice/index.ts'
import { Directories, organisationHandlers } from './modules/organisation/index.ts'
import { peopleHandlers, startTellingLapsed } from './modules/people/index.ts'
import { portalHandlers } from './modules/portal/index.ts'
import { sessionHandlers, Sessions } from './modules/session/index.ts'
import { type DemoLogin, setupHandlers } from './modules/setup/index.ts'
import type { Deliveries } from './platform/deliver/delivery.ts'
import { DatabaseClock } from './platform/clock/database-clock.ts'
import { drain } from './platform/http/drain.ts'
import type { Principal } from './platform/http/principal.ts'
import { ProblemError } from './platform/http/problem.ts'
import { serveOpenApi } from './platform/http/open-api.ts'
import { serveApi } from './platform/http/serve.ts'
import { servePortal } from './platform/http/portal-page.ts'
import { addSecurityHeaders, servePages } from './platform/http/static-pages.ts'
import { LiveHub } from './platform/live/live-hub.ts'
import { recordRefusal } from './platform/log/refusal-store.ts'
import { commitmentFigures } from './platform/observe/commitment-figures.ts'
import { serveHealth } from './platform/observe/health.ts'
import { createMetrics } from './platform/observe/metrics.ts'
import { serveMetrics } from './platform/observe/serve-metrics.ts'
import { watchRequests } from './platform/observe/watch-requests.ts'

export type AppOptions = {
  readonly pool: Pool
  /** The same database again, for the one connection that listens. */
  readonly appUrl: string
  readonly logger: Logger
  readonly version: string
  /** Where uploaded files lie. */
  readonly dataDir: string
  /** Built pages; undefined serves the API alone. */
  readonly pagesFolder?: string | undefined
  /** The customer's page, built; undefined: links lead nowhere. */
  readonly portalFolder?: string | undefined
  /** How links and codes go out to customers (SYS-27); empty: signed scans only. */
  readonly deliveries?: Deliveries
  /** Where customers reach this program; undefined: where the staff reach it. */
  readonly publicUrl?: string | undefined
  readonly trustProxy?: boolean | string
  /** What a scraper of `/metrics` has to know; undefined: there is no such page. */
  readonly metricsToken?: string
  /** When the last backup was made, in milliseconds since 1970; null when never. */
  readonly lastBackupMs?: () => number | null
  readonly demoLogins: readonly DemoLogin[] | null
  readonly setupCode: string
  /** Tests: hold every answer against the contract. */
  readonly checkOutput?: boolean
}

export type App = {
  readonly server: FastifyInstance
  readonly worker: CommitmentWorker
  readonly directories: Directories
  readonly sessions: Sessions
  readonly clock: DatabaseClock
  /** Starts live updates and the worker; the HTTP port is the caller's to open. */
  start(): Promise<void>
  /** Answers what is under way, then stops; the pool stays the caller's. */
  stop(): Promise<void>
}

/** What every node keeps of an organisation for two seconds, and forgets when it changes. */
const OF_THE_DIRECTORY: ReadonlySet<string> = new Set(['person', 'site', 'phrase'])

/** Puts the program together; the only other place that builds concrete things is `main.ts`. */
export async function createApp(options: AppOptions): Promise<App> {
  const { pool, logger } = options
  const playbooks = builtInPlaybooks()
  const clock = new DatabaseClock(pool)
  const directories = new Directories(pool, playbooks)
  const directory = (orgId: OrgId) => directories.read(orgId)
  const sessions = new Sessions(pool, clock, directory)
  const authenticate = (token: string): Promise<Principal | null> => sessions.principalOf(token)
  const live = new LiveHub({
    appUrl: options.appUrl,
    logger,
    authenticate,
    onChange: (change) => {
      if (OF_THE_DIRECTORY.has(change.noun)) {
        directories.forget(change.orgId)
        sessions.forgetAll()
      }
      if (change.noun === 'clock') clock.forget(change.orgId)
      if (change.noun === 'clock') worker.wake()
    },
  })
  const changed = (change: Change): void => live.changed(change)
  const metrics = createMetrics({
    pool,
    openSockets: () => live.openSockets(),
    workerSilentMs: () => worker.silentMs(),
    commitments: commitmentFigures(pool),
    lastBackupMs: options.lastBackupMs ?? (() => null),
  })
  const worker: CommitmentWorker = new CommitmentWorker({
    pool,
    logger,
    directory,
    changed,
    fired: (lateSeconds) => metrics.fired(lateSeconds),
  })
  const refusalOf =
    (noun: string) =>
    (
      principal: Principal,
      command: string,
      subjectId: string | null,
      gates: readonly UnmetGate[],
    ): Promise<void> => {
      metrics.refused(gates.map(({ rule }) => rule))
      return recordRefusal(pool, principal, noun, command, subjectId, gates)
    }
  const refusal = refusalOf('complaint')
  const casePorts = {
    pool,
    clock,
    numbers: new CaseNumbers(pool),
    appends: new CaseAppends(pool),
    inHand: new InHand(pool),
    recordRefusal: refusal,
    changed,
    clocksMoved: (inMs: number) => worker.wakeIn(inMs),
    fireDue: (orgId: OrgId) => worker.fireIn(orgId),
    customers: {
      onFile: (principal: Principal, id: string) => customerOnFile(pool, principal.orgId, id),
      ofRegistration: (
        principal: Principal,
        values: Readonly<Record<string, unknown>>,
        call: { readonly key: string; readonly inputHash: Buffer },
      ) => customerOfRegistration(pool, principal, values, call),
      // The complaint stands already: a link that could not be made is made by hand, or when he is named again.
      linkEndUser: (
        principal: Principal,
        customer: string,
        values: Readonly<Record<string, unknown>>,
        call: { readonly key: string; readonly inputHash: Buffer },
      ) =>
        linkEndUserNamed(pool, principal, customer, values, call).catch((error: unknown) =>
          logger.warn({ err: error }, 'the end user of an agent was not linked'),
        ),
    },
  }
  const mayRead = async (principal: Principal, complaintId: string): Promise<boolean> => {
    try {
      await readVisibleCase(pool, principal, complaintId)
      return true
    } catch (error) {
      if (error instanceof ProblemError) return false
      throw error
    }
  }
  const peoplePorts = { pool, directories, sessions, recordRefusal: refusalOf('person'), changed }
  const countComplaints = (principal: Principal, ids: readonly string[]) =>
    countByCustomer(pool, principal, ids)
  const server = serveApi(
    [
      ...setupHandlers({
        pool,
        playbooks,
        version: options.version,
        demoLogins: options.demoLogins,
        setupCode: options.setupCode,
      }),
      ...sessionHandlers({
        pool,
        sessions,
        unreadNotices: (principal) => countUnread(pool, principal.orgId, principal.actor.id),
      }),
      ...organisationHandlers({
        pool,
        clock,
        directories,
        changed,
        clocksMoved: () => worker.wake(),
      }),
      ...intakeHandlers(casePorts),
      ...complaintHandlers({
        ...casePorts,
        attachment: (call, id, complaintId) =>
          usableAttachment(pool, call.principal, id, complaintId),
        attachmentBound: async (principal, id, complaintId) =>
          void (await bindAttachment(pool, principal, id, complaintId)),
      }),
      ...taskHandlers(casePorts),
      ...commitmentHandlers({ pool }),
      ...noticeHandlers({ pool }),
      ...customerHandlers({
        pool,
        changed,
        complaintsOf: async (principal, customer) =>
          (
            await listComplaints(pool, principal, {
              view: 'all',
              customer,
              order: 'received',
              limit: 100,
            })
          ).rows,
        countComplaints,
        promisesOf: (principal, customerId) => promisesTo(pool, principal, customerId),
        historyOf: (principal, customerId, page) => historyWith(pool, principal, customerId, page),
      }),
      ...peopleHandlers(peoplePorts),
      ...figuresHandlers({
        pool,
        eachCase: (principal, span, take) => eachFigureRow(pool, principal, span, take),
        complaints: (principal, filter, cursor) =>
          listComplaints(pool, principal, { ...filter, cursor, limit: 100 }),
        customers: (principal, q, cursor) =>
          listCustomers({ pool, countComplaints }, principal, { q, cursor, limit: 100 }),
      }),
      ...importHandlers({ ...peoplePorts, pool, changed }),
      ...portalHandlers({
        ...casePorts,
        directory,
        deliveries: options.deliveries ?? {},
        publicUrl: options.publicUrl,
      }),
      ...attachmentHandlers({ pool, files: new AttachmentFiles(options.dataDir), mayRead }),
    ],
    {
      logger,
      trustProxy: options.trustProxy ?? false,
      authenticate,
      recordRefusal: refusal,
      checkOutput: options.checkOutput ?? false,
    },
  )
  let stopTelling = async (): Promise<void> => {}
  addSecurityHeaders(server)
  watchRequests(server, metrics, logger)
  const workerSilentMs = (): number => worker.silentMs()
  serveHealth(server, { pool, clock, dataDir: options.dataDir, workerSilentMs })
  if (options.metricsToken !== undefined) serveMetrics(server, metrics, options.metricsToken)
  serveOpenApi(server, options.version)
  if (options.portalFolder !== undefined) await servePortal(server, options.portalFolder)
  if (options.pagesFolder !== undefined) await servePages(server, options.pagesFolder)
  return {
    server,
    worker,
    directories,
    sessions,
    clock,
    start: async () => {
      await live.start(server.server)
      worker.start()
      const businessTime = (orgId: OrgId) => clock.business(orgId)
      stopTelling = startTellingLapsed({ pool, changed, logger, directory, businessTime })
    },
    stop: async () => {
      live.disconnect()
      await Promise.all([worker.stop(), stopTelling(), drain(server)])
      await live.stop()
    },
  }
}

/** A file one may put to a case: one's own upload, not yet bound or bound to this very case. */
async function usableAttachment(
  pool: Pool,
  principal: Principal,
  id: string,
  complaintId: string,
): Promise<{ readonly name: string } | null> {
  const facts = await attachmentFacts(pool, principal, id)
  if (facts === null) return null
  if (facts.complaintId !== null && facts.complaintId !== complaintId) return null
  return facts.uploader === principal.actor.id ? { name: facts.name } : null
}
