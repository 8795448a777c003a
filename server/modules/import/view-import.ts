import type { ImportView } from '@yinuo/contract'
import { notFound } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import type { ImportContent, ImportKind, ImportResult } from './import-content.ts'
import { type ImportRow, readImport } from './import-store.ts'
import type { ImportPorts } from './ports.ts'

const SHOWN_ERRORS = 200

export type KnownImport = ImportRow<ImportContent, ImportResult> & { readonly kind: ImportKind }

/** An import is its uploader's alone: it holds a file that only he is known to have. */
export async function findImport(
  { pool }: Pick<ImportPorts, 'pool'>,
  { orgId, actor }: Principal,
  id: string,
): Promise<KnownImport> {
  const row = await readImport<ImportContent, ImportResult>(pool, orgId, id)
  if (row === null || row.created_by !== actor.id) throw notFound()
  return row as KnownImport
}

/** Before the run: what it would do. After it: what it did. Always `rows` = added + changed + unchanged + rows with errors. */
export async function viewImport(
  ports: Pick<ImportPorts, 'pool'>,
  principal: Principal,
  id: string,
): Promise<ImportView> {
  const row = await findImport(ports, principal, id)
  const { content, result, kind } = row
  const errors = allErrors(row)
  const counts = 'next' in result && row.done_at !== null ? result : content.forecast
  return {
    id,
    kind,
    fileName: row.file_name,
    rows: content.rows,
    added: counts.added,
    changed: counts.changed,
    unchanged: counts.unchanged,
    errors: errors.slice(0, SHOWN_ERRORS),
    errorCount: new Set(errors.map((error) => error.row)).size,
    preview: content.preview.map((cells) => ({ ...cells })),
    columns: [...content.columns],
    done: row.done_at !== null,
  }
}

/** Found at the preview, and those that only the run met. */
export function allErrors({
  content,
  result,
}: KnownImport): readonly ImportView['errors'][number][] {
  const later = 'next' in result ? result.errors : []
  return [...content.errors, ...later].sort((a, b) => a.row - b.row)
}
