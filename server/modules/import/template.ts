import type { Download } from '../../platform/http/handler.ts'
import { csvLine } from '../../platform/csv-line.ts'
import { engineOf, type ImportKind } from './import-content.ts'

const KIND_LABELS: Readonly<Record<ImportKind, string>> = {
  customers: '客户',
  products: '产品',
  invoices: '发票',
  staff: '人员',
}
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV_TYPE = 'text/csv; charset=utf-8'

/** An empty list to fill in. The workbook keeps every cell as text, so that no number loses its zeros or its end. */
export async function importTemplate(kind: ImportKind, format: 'xlsx' | 'csv'): Promise<Download> {
  const { columns } = engineOf(kind)
  const fileName = `${KIND_LABELS[kind]}导入模板.${format}`
  if (format === 'csv') {
    const text = `\ufeff${csvLine(columns.map((column) => column.label))}`
    return { download: Buffer.from(text), type: CSV_TYPE, fileName }
  }
  // Twenty megabytes for a download that is asked for once a month: loaded when it is.
  const { default: ExcelJS } = await import('@protobi/exceljs')
  const workbook = new ExcelJS.Workbook()
  const list = workbook.addWorksheet(KIND_LABELS[kind], { views: [{ state: 'frozen', ySplit: 1 }] })
  list.columns = columns.map((column) => ({
    header: `${column.label}${column.required ? ' *' : ''}`,
    key: column.key,
    width: Math.max(14, column.example.length * 1.6),
    style: { numFmt: '@' },
  }))
  list.getRow(1).font = { bold: true }
  const guide = workbook.addWorksheet('填写说明')
  guide.columns = [
    { header: '列名', width: 16 },
    { header: '必填', width: 8 },
    { header: '怎么填', width: 60 },
    { header: '例如', width: 44 },
  ]
  guide.getRow(1).font = { bold: true }
  for (const { label, required, hint, example } of columns)
    guide.addRow([label, required ? '是' : '', hint, example])
  guide.addRow([])
  guide.addRow(['空着的格子不会清掉系统里已有的内容；同一份文件再导一次不会重复。'])
  const bytes = await workbook.xlsx.writeBuffer()
  return { download: Buffer.from(bytes), type: XLSX_TYPE, fileName }
}
