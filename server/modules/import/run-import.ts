import type { ImportView } from '@yinuo/contract'
import type { InstantText } from '@yinuo/domain'
import { readOrg, withOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { chain, type ChainedEvent, NO_EVENTS } from '../../platform/log/chain.ts'
import type { BatchTx, Entry, Outcome } from './engine.ts'
import { engineOf, type ImportResult } from './import-content.ts'
import { finishImport, lockImport, readMoment, updateResult } from './import-store.ts'
import type { ImportPorts } from './ports.ts'
import { countRows } from './preview-import.ts'
import { findImport, type KnownImport, viewImport } from './view-import.ts'

const BATCH = 500

const NOTHING_DONE: ImportResult = {
  added: 0,
  changed: 0,
  unchanged: 0,
  next: 0,
  errors: [],
  head: { seq: NO_EVENTS.seq, hash: NO_EVENTS.hash.toString('hex') },
  key: null,
}

/**
 * Imports the rows without errors, 500 to a transaction, each judged again against what stands then. How far it is lies in
 * the same transaction, so a run that broke off goes on where it stopped and two runs at once share the work. Run again, an
 * import adds and changes nothing.
 */
export async function runImport(
  ports: ImportPorts,
  principal: Principal,
  id: string,
  key: string,
): Promise<ImportView> {
  const row = await findImport(ports, principal, id)
  if (row.done_at === null) {
    while (await takeBatch(ports, principal, row, key)) {
      // Each batch is a transaction of its own.
    }
    ports.changed({ orgId: principal.orgId, noun: 'import', id, version: 1 })
  }
  const view = await viewImport(ports, principal, id)
  const done = await findImport(ports, principal, id)
  if ('key' in done.result && done.result.key === key) return view
  return { ...view, added: 0, changed: 0, unchanged: view.added + view.changed + view.unchanged }
}

/** False when nothing was left. */
async function takeBatch(
  ports: ImportPorts,
  principal: Principal,
  row: KnownImport,
  key: string,
): Promise<boolean> {
  const engine = engineOf(row.kind)
  const { entries } = row.content
  const { orgId } = principal
  const id = row.import_id
  // Entries written through other modules' transactions come first; their keys make a second time harmless.
  const ahead = engine.writing === 'single' ? await writeSingles(ports, principal, row) : null
  return withOrg(ports.pool, orgId, async (_db, query) => {
    const [lock, moment] = await Promise.all([
      lockImport<ImportResult>(query, orgId, id),
      readMoment(query, orgId),
    ])
    if (lock.isDone) return false
    const result = 'next' in lock.result ? lock.result : NOTHING_DONE
    const author = { ...principal, now: moment.business }
    const events: ChainedEvent[] = []
    const log: BatchTx['log'] = (type, data) =>
      void events.push({ type, data, at: author.now, by: author.actor.id })

    const part = ahead?.part ?? entries.slice(result.next, result.next + BATCH)
    if (ahead !== null && ahead.from !== result.next) return true
    const outcomes =
      engine.writing === 'batch'
        ? await engine.write({ query, principal: author, realAt: moment.real, log }, part)
        : (ahead?.outcomes ?? [])
    const moved = advance(result, part, outcomes)
    const isLast = moved.next >= entries.length
    if (isLast) {
      const { added, changed } = moved
      log('import-finished', { kind: row.kind, fileName: row.file_name, added, changed })
    }
    const chained = chainOn(id, author, result, events, moment.real)
    const repeated = repeatedRows(row)
    const next: ImportResult = isLast
      ? { ...moved, ...chained.head, unchanged: moved.unchanged + repeated, key }
      : { ...moved, ...chained.head }
    await updateResult(query, orgId, id, next, chained.rows)
    if (isLast) await finishImport(query, orgId, id)
    return !isLast
  })
}

function advance(
  result: ImportResult,
  part: readonly Entry<unknown>[],
  outcomes: readonly Outcome[],
): ImportResult {
  const counts = countRows(part, outcomes)
  return {
    ...result,
    next: result.next + part.length,
    added: result.added + counts.added,
    changed: result.changed + counts.changed,
    unchanged: result.unchanged + counts.unchanged,
    errors: [
      ...result.errors,
      ...outcomes.flatMap((outcome) => (outcome.action === 'error' ? outcome.errors : [])),
    ],
  }
}

/** Rows that said what another row had said already; they were counted at the preview and are in no entry. */
function repeatedRows({ content }: KnownImport): number {
  const rows = content.entries.reduce((sum, entry) => sum + entry.rows.length, 0)
  const { added, changed, unchanged } = content.forecast
  return added + changed + unchanged - rows
}

function chainOn(
  id: string,
  { orgId }: Principal,
  { head }: ImportResult,
  events: readonly ChainedEvent[],
  realAt: InstantText,
) {
  const stream = {
    orgId,
    id,
    noun: 'import',
    head: { seq: head.seq, hash: Buffer.from(head.hash, 'hex') },
  }
  const chained = chain(stream, events, realAt)
  const { seq, hash } = chained.head
  return { rows: chained.rows, head: { head: { seq, hash: hash.toString('hex') } } }
}

const SINGLES = 20

async function writeSingles(ports: ImportPorts, principal: Principal, row: KnownImport) {
  const engine = engineOf(row.kind)
  if (engine.writing !== 'single') throw new Error('not a kind that is written one by one')
  const { result } = await findImport(ports, principal, row.import_id)
  const from = 'next' in result ? result.next : 0
  const part = row.content.entries.slice(from, from + SINGLES)
  const outcomes: Outcome[] = []
  for (const entry of part) {
    // A long import outlives the moment it was asked at; a use case wants the time it is.
    const { business } = await readOrg(ports.pool, principal.orgId, (_db, query) =>
      readMoment(query, principal.orgId),
    )
    const directory = await ports.directories.read(principal.orgId)
    const author = { ...principal, directory, now: business }
    outcomes.push(await engine.write(ports, { principal: author, importId: row.import_id }, entry))
  }
  return { from, part, outcomes }
}
