import type { Download } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { csvLine } from '../../platform/csv-line.ts'
import type { ImportPorts } from './ports.ts'
import { CSV_TYPE } from './template.ts'
import { allErrors, findImport } from './view-import.ts'

/**
 * The rows with errors as they were, with their row number and what is wrong: mended, the same file can be imported, for the
 * two extra columns are passed over. Passwords are left out.
 */
export async function errorFile(
  ports: ImportPorts,
  principal: Principal,
  id: string,
): Promise<Download> {
  const row = await findImport(ports, principal, id)
  const { columns, badRows } = row.content
  const sentences = new Map<number, string[]>()
  for (const { row: number, column, message } of allErrors(row))
    sentences.set(number, [
      ...(sentences.get(number) ?? []),
      column === '' ? message : `${column}：${message}`,
    ])
  const cells = new Map(badRows.map((bad) => [bad.row, bad.cells]))
  const head = csvLine(['行号', ...columns.map((column) => column.label), '错误'])
  const lines = [...sentences].map(([number, messages]) =>
    csvLine([
      String(number),
      ...columns.map(({ key }) => cells.get(number)?.[key] ?? ''),
      messages.join('；'),
    ]),
  )
  const name = row.file_name.replace(/\.[^.]*$/, '') || '导入'
  return {
    download: Buffer.from(`\ufeff${head}${lines.join('')}`),
    type: CSV_TYPE,
    fileName: `${name}-出错的行.csv`,
  }
}
