import { randomUUIDv7 } from 'node:crypto'
import type { ImportView } from '@yinuo/contract'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import type { Cells, RowError } from './column.ts'
import type { Entry, Outcome } from './engine.ts'
import { cellsOf, findHeader } from './find-header.ts'
import {
  type AnyEngine,
  type Counts,
  engineOf,
  type ImportContent,
  type ImportKind,
} from './import-content.ts'
import { findByKey, insertImport } from './import-store.ts'
import type { ImportPorts } from './ports.ts'
import { readTable } from './read-table.ts'
import { RowReader } from './row-reader.ts'
import { MAX_ROWS, type TableRow } from './table.ts'
import { TABLE_FAULT_SENTENCES } from './table-faults.ts'
import { viewImport } from './view-import.ts'

const PREVIEW_ROWS = 20
const STAFF_ROWS = 1_000

/** Reads a file and says row by row what a run would do; writes nothing but the file's content, for that run. */
export async function previewImport(
  ports: ImportPorts,
  principal: Principal,
  file: { readonly kind: ImportKind; readonly name: string; readonly bytes: Buffer },
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<ImportView> {
  const { orgId, actor } = principal
  const before = await findByKey(ports.pool, orgId, actor.id, call.key)
  if (before === null) {
    const content = await readContent(ports, principal, file)
    const row = {
      import_id: randomUUIDv7(),
      kind: file.kind,
      file_name: file.name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ''),
      created_by: actor.id,
      content,
    }
    await insertImport(ports.pool, orgId, row, call)
  } else if (!before.input_hash.equals(call.inputHash)) throw new ProblemError('key-reused')
  const kept = before ?? (await findByKey(ports.pool, orgId, actor.id, call.key))
  if (kept === null) throw new Error('the key vanished between two looks')
  return viewImport(ports, principal, kept.subject_id)
}

async function readContent(
  ports: ImportPorts,
  principal: Principal,
  { kind, bytes }: { readonly kind: ImportKind; readonly bytes: Buffer },
): Promise<ImportContent> {
  const engine = engineOf(kind)
  const { body, places } = await readBody(engine, bytes, kind === 'staff' ? STAFF_ROWS : MAX_ROWS)
  const errors: RowError[] = []
  const rows = body.map((row) => {
    const cells = cellsOf(row, places)
    const said = errors.length
    const read = new RowReader(cells, engine.columns, (column, message) =>
      errors.push({
        row: row.number,
        column: column.label,
        value: column.key === 'password' ? '' : (cells[column.key] ?? '').slice(0, 200),
        message,
      }),
    )
    const value = engine.parse(read)
    return { row: row.number, cells, value: errors.length > said ? null : value }
  })
  const collected = engine.collect(rows)
  const outcomes = await engine.judge(ports, principal, collected.entries)
  const good = collected.entries.filter((_, index) => outcomes[index]?.action !== 'error')
  const fine = outcomes.filter((outcome) => outcome.action !== 'error')
  const allErrors = [
    ...errors,
    ...collected.errors,
    ...outcomes.flatMap((outcome) => (outcome.action === 'error' ? outcome.errors : [])),
  ].sort((a, b) => a.row - b.row)
  const bad = new Set(allErrors.map((error) => error.row))
  const shown = engine.columns.filter((column) => places.has(column.key))
  return {
    rows: rows.length,
    columns: shown.map(({ key, label }) => ({ key, label })),
    forecast: countRows(good, fine, collected.repeated),
    entries: (await engine.seal?.(good, fine)) ?? good,
    errors: allErrors,
    badRows: rows
      .filter(({ row }) => bad.has(row))
      .map(({ row, cells }) => ({
        row,
        cells: { ...cells, ...('password' in cells ? { password: '' } : {}) },
      })),
    preview: rows.slice(0, PREVIEW_ROWS).map(({ cells }) => maskCells(engine, cells)),
  }
}

async function readBody(
  engine: AnyEngine,
  bytes: Buffer,
  limit: number,
): Promise<{ body: readonly TableRow[]; places: ReadonlyMap<string, number> }> {
  const table = await readTable(bytes)
  if ('fault' in table)
    throw new ProblemError(table.fault === 'not-a-table' ? 'unsupported' : 'invalid', {
      message: TABLE_FAULT_SENTENCES[table.fault](table.detail ?? ''),
    })
  const header = findHeader(table.rows, engine.columns)
  if ('missing' in header) {
    const missing = header.missing.map((column) => `“${column.label}”`).join('、')
    throw new ProblemError('invalid', {
      message: `没有找到这些列：${missing}。第一行要是列名，顺序不限，可以下载模板对照。`,
    })
  }
  if (header.body.length === 0)
    throw new ProblemError('invalid', { message: TABLE_FAULT_SENTENCES.empty() })
  if (header.body.length > limit)
    throw new ProblemError('invalid', {
      message:
        limit === MAX_ROWS
          ? TABLE_FAULT_SENTENCES['too-many-rows']()
          : `人员一次最多导入 ${limit} 行。请分成几个文件，一个一个导。`,
    })
  return header
}

export function countRows(
  entries: readonly Entry<unknown>[],
  outcomes: readonly Outcome[],
  repeated = 0,
): Counts {
  const rowsOf = (action: Outcome['action']): number =>
    entries.reduce(
      (sum, entry, index) => sum + (outcomes[index]?.action === action ? entry.rows.length : 0),
      0,
    )
  return { added: rowsOf('add'), changed: rowsOf('change'), unchanged: rowsOf('same') + repeated }
}

function maskCells(engine: AnyEngine, cells: Cells): Cells {
  const masked = Object.entries(cells).map(([key, cell]) => [
    key,
    cell === '' ? '' : (engine.masks[key]?.(cell) ?? cell),
  ])
  return Object.fromEntries(masked) as Cells
}
