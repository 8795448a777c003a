import { createServer } from 'node:net'
import path from 'node:path'
import { existsSync } from 'node:fs'
import { createApp } from './app.ts'
import { DEMO_LOGINS, seedDemo } from './modules/demo/index.ts'
import { newSetupCode } from './modules/setup/index.ts'
import { backUp } from './operations/back-up.ts'
import {
  backupFolder,
  commandTarget,
  programVersion,
  REPOSITORY,
  say,
} from './operations/command-target.ts'
import { lastBackupOf } from './operations/last-backup.ts'
import { createPool, openDatabase, StartFailure } from './platform/database/index.ts'
import { secretIn } from './platform/database/secret-file.ts'
import { deliveriesOf } from './platform/deliver/deliveries-of-environment.ts'
import { trustedProxies } from './platform/http/trusted-proxies.ts'
import { createLogger } from './platform/log/logger.ts'
import { forgetSealHeads, sealHeadsPath } from './platform/log/seal-heads.ts'
import { sealKeyPath } from './platform/log/seal-key.ts'
import { startSealing } from './platform/log/sealing.ts'

const DEFAULT_PORT = 8787
/** Answers under way, the last seal and PostgreSQL's own shutdown fit well; systemd waits longer (deploy/yinuo.service). */
const LONGEST_STOP_MS = 40_000

async function main(): Promise<void> {
  const target = commandTarget()
  const { dataDir } = target
  const isReal = target.kind === 'real'
  const host = process.env['HOST'] ?? '127.0.0.1'
  const version = programVersion()
  const logger = createLogger(process.env['LOG_LEVEL'] ?? 'warn')
  if (!isReal && !isLoopback(host)) {
    throw new StartFailure(
      '演示库只在本机开放：去掉 HOST，或用 npm start -- --setup 建正式库。',
      'The demo listens on this machine only: unset HOST or run npm start -- --setup.',
    )
  }

  await demandFreePort(host)
  const database = await openDatabase({
    ...target,
    onNotice: say,
    beforeUpgrade: async ({ appUrl, pending }) => {
      const to = backupFolder(dataDir)
      const { folder } = await backUp({ appUrl, dataDir, kind: target.kind, version, to })
      say(`升级前已备份到 ${folder}，现在升级数据库：${pending.join('、')}`)
    },
  })
  const pool = createPool(database.appUrl, {
    onError: (error) => logger.warn({ err: error }, 'database connection lost'),
  })
  const setupCode = newSetupCode()
  const pagesFolder = path.join(REPOSITORY, 'web/desk/dist')
  const portalFolder = path.join(REPOSITORY, 'web/portal/dist')
  const app = await createApp({
    pool,
    appUrl: database.appUrl,
    logger,
    version,
    dataDir,
    pagesFolder: existsSync(pagesFolder) ? pagesFolder : undefined,
    portalFolder: existsSync(portalFolder) ? portalFolder : undefined,
    deliveries: deliveriesOf(process.env),
    publicUrl: process.env['PUBLIC_URL'],
    trustProxy: trustedProxies(process.env['TRUST_PROXY']),
    metricsToken: process.env['METRICS_TOKEN'] ?? secretIn(path.join(dataDir, 'metrics.token')),
    lastBackupMs: () => {
      const last = lastBackupOf(dataDir, target.kind)
      return last === null ? null : Temporal.Instant.from(last.at).epochMilliseconds
    },
    demoLogins: isReal ? null : DEMO_LOGINS,
    setupCode,
  })
  if (!isReal && (await seedDemo({ pool, app, onNotice: say })))
    forgetSealHeads(sealHeadsPath(sealKeyPath(dataDir)), target.databaseName)
  await app.start()
  const stopSealing = startSealing(pool, dataDir, logger)
  const address = await listen(app, host)
  say(`一诺已就绪 Yinuo is ready: ${address}`)
  if (isReal) say(`首次设置码 set-up code (first start only): ${setupCode}`)
  else
    for (const { login, name, post, password } of DEMO_LOGINS)
      say(`  ${login.padEnd(14)} ${password}  ${name} ${post}`)

  let stopping = false
  const stop = async (): Promise<void> => {
    // Ctrl-C comes twice: from the terminal and from npm.
    if (stopping) return
    stopping = true
    setTimeout(() => {
      logger.error('stopping takes too long; ending at once')
      process.exit(1)
    }, LONGEST_STOP_MS).unref()
    await app.stop()
    await stopSealing()
    await pool.end()
    await database.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

/** Told before the database starts and the demo is made, not after. Without `PORT` another one is taken. */
async function demandFreePort(host: string): Promise<void> {
  if (process.env['PORT'] === undefined) return
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host, port: portAsked() }, resolve)
    })
  } catch (error) {
    throw portFailure(error, portAsked()) ?? error
  } finally {
    probe.close()
  }
}

function portAsked(): number {
  const asked = process.env['PORT']
  const port = asked === undefined ? DEFAULT_PORT : Number(asked)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartFailure(`PORT=${asked} 不是端口号。`, `PORT=${asked} is not a port number.`)
  return port
}

function portFailure(error: unknown, port: number): StartFailure | undefined {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE')
    return new StartFailure(
      `端口 ${port} 已被占用，请换一个：PORT=… npm start。`,
      `Port ${port} is taken; choose another: PORT=… npm start.`,
    )
  if (code === 'EACCES')
    return new StartFailure(
      `没有权限使用端口 ${port}，请用 1024 以上的。`,
      `Not allowed to use port ${port}; take one above 1024.`,
    )
  return undefined
}

async function listen(app: Awaited<ReturnType<typeof createApp>>, host: string): Promise<string> {
  const port = portAsked()
  try {
    return await app.server.listen({ host, port })
  } catch (error) {
    const isTaken = (error as { code?: string }).code === 'EADDRINUSE'
    if (isTaken && process.env['PORT'] === undefined) return app.server.listen({ host, port: 0 })
    throw portFailure(error, port) ?? error
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

main().catch((error: unknown) => {
  if (error instanceof StartFailure) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
  process.exit(1)
})
