import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { complaintTexts } from './complaint-texts.ts'
import { DeskClient } from './desk-client.ts'
import { copyCases } from './fill/copy-cases.ts'
import { copyOrganisations } from './fill/copy-organisations.ts'
import { fillCustomers, someCustomers } from './fill/fill-customers.ts'
import { makeSampleCases } from './fill/make-sample-cases.ts'
import { LoadGenerator, type Watched } from './load/run-load.ts'
import { onInterrupt } from './on-interrupt.ts'
import { prepareCompany } from './prepare-company.ts'
import { databaseOf, type Program, startProgram } from './program.ts'

export type Sizes = {
  readonly customers: number
  readonly cases: number
  readonly organisations: number
  readonly warmUpMs: number
  readonly measureMs: number
  readonly rounds: number
}

/** The one database and the running program that everything is measured on. */
export async function prepareGround(sizes: Sizes, nodeOptions: readonly string[]) {
  const folder = mkdtempSync(path.join(process.env['BENCH_DIR'] ?? tmpdir(), 'yinuo-bench-'))
  // As root, PostgreSQL runs as another user and must be able to pass through.
  chmodSync(folder, 0o711)
  const dataDir = path.join(folder, 'data')
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true })
  const removed = onInterrupt(removeFolder)
  try {
    const filled = await fillDatabase(dataDir, sizes)
    // Again from the start: what is idle then is what an operator sees, and a profile holds no preparation.
    let program = await startProgram(dataDir, nodeOptions)
    const { adminUrl, appUrl, postmasterPid } = databaseOf(dataDir)
    const admin = await connect(adminUrl)
    await admin.query('vacuum analyze')
    await admin.query('checkpoint')
    const generators = { http: new LoadGenerator(), limit: new LoadGenerator() }
    return {
      ...filled,
      sizes,
      dataDir,
      admin,
      appUrl,
      generators,
      program: () => program,
      watched: (): Watched => ({ programPid: program.pid, postmasterPid }),
      span: { warmUpMs: sizes.warmUpMs, measureMs: sizes.measureMs },
      /** Ends program and database in order and starts them again on the same data; resolves to the milliseconds that took. */
      async restart(): Promise<number> {
        await program.stop()
        program = await startProgram(dataDir)
        return program.startedInMs
      },
      async remove(): Promise<void> {
        generators.http.stop()
        generators.limit.stop()
        await admin.end().catch(() => {})
        await program.stop()
        removed()
        removeFolder()
      },
    }
  } catch (error) {
    removeFolder()
    throw error
  }
}

export type Ground = Awaited<ReturnType<typeof prepareGround>>

async function fillDatabase(dataDir: string, sizes: Sizes) {
  const { texts, source: textSource } = complaintTexts()
  // Ended in between, so that the log is sealed as far as it is real: sealing the copies would take part in what is measured.
  const made = await whileRunning(dataDir, async (program, admin) => {
    const desk = new DeskClient(program.address)
    const company = await prepareCompany(program)
    await timed(`${sizes.customers} customers`, () =>
      fillCustomers(admin, desk, company, sizes.customers),
    )
    const customers = await someCustomers(admin, company.orgId, 1_000)
    return { company, customers, samples: await makeSampleCases(desk, company, customers, texts) }
  })
  const otherDesks = await whileRunning(dataDir, async (_program, admin) => {
    await timed(`${sizes.cases} cases`, () =>
      copyCases(admin, made.company, made.samples, sizes.cases),
    )
    return copyOrganisations(admin, made.company, sizes.organisations)
  })
  return { ...made, otherDesks, texts, textSource }
}

async function whileRunning<Result>(
  dataDir: string,
  work: (program: Program, admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  const program = await startProgram(dataDir)
  try {
    const admin = await connect(databaseOf(dataDir).adminUrl)
    const result = await work(program, admin)
    // Else stopping writes it all, takes more than the seconds the program grants, and the next start has to recover.
    await admin.query('checkpoint')
    await admin.end()
    return result
  } finally {
    await program.stop()
  }
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await work()
  console.log(`  ${what} in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  // The database ends with the program; whoever still asks then hears it from his query.
  client.on('error', () => {})
  await client.connect()
  return client
}
