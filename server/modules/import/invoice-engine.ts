import { maskPhone } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import {
  type ImportedInvoice,
  type InvoiceFault,
  planInvoices,
  writeInvoices,
} from '../customer/index.ts'
import { collectInvoices, type InvoiceEntryRow } from './collect-invoices.ts'
import type { Column, RowError } from './column.ts'
import type { Engine, Entry, Outcome } from './engine.ts'
import type { RowReader } from './row-reader.ts'

const COLUMNS: readonly Column[] = [
  {
    key: 'number',
    label: '发票号',
    aliases: ['发票号码', '发票编号', '单号'],
    required: true,
    hint: '一张发票有几种货就写几行，发票号相同',
    example: 'FP20260115-001',
  },
  {
    key: 'customerCode',
    label: '客户编号',
    aliases: ['客户代码', '客户号'],
    hint: '与客户名单里的编号相同；没有编号就填客户名称',
    example: 'KH-0001',
  },
  {
    key: 'customerName',
    label: '客户名称',
    aliases: ['客户', '购买方', '购方名称', '公司名称'],
    hint: '没有客户编号时填，与客户名单完全一样',
    example: '常州汇通汽车修理厂',
  },
  {
    key: 'customerPhone',
    label: '客户电话',
    aliases: ['电话', '联系电话'],
    hint: '有几个客户同名时填',
    example: '0519-80001234',
  },
  {
    key: 'purchasedOn',
    label: '购买日期',
    aliases: ['开票日期', '日期', '购货日期'],
    required: true,
    hint: '写成 2026-01-15',
    example: '2026-01-15',
  },
  {
    key: 'productCode',
    label: '产品编码',
    aliases: ['编码', '产品编号', '货号', '物料编码'],
    required: true,
    hint: '与产品目录里的编码相同',
    example: 'CF4-15W40-18L',
  },
  {
    key: 'batch',
    label: '批号',
    aliases: ['生产批号'],
    hint: '桶身或合格证上的批号',
    example: 'B260103',
  },
  {
    key: 'quantity',
    label: '数量',
    aliases: ['购买数量'],
    required: true,
    hint: '只写数字，不写单位',
    example: '20',
  },
]
const LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  COLUMNS.map((column) => [column.key, column.label]),
)

function parse(read: RowReader): InvoiceEntryRow | null {
  const number = read.code('number', 60)?.toUpperCase()
  const customer = {
    code: read.code('customerCode', 60) ?? '',
    name: read.text('customerName', 120) ?? '',
    phone: read.phone('customerPhone') ?? '',
  }
  const purchasedOn = read.date('purchasedOn')
  const productCode = read.code('productCode', 60)
  const batch = read.code('batch', 60) ?? ''
  const quantity = read.quantity('quantity')
  if (customer.code === '' && customer.name === '')
    read.wrong('customerName', '客户编号和客户名称至少要填一个')
  if (number === undefined || purchasedOn === undefined) return null
  if (productCode === undefined || quantity === undefined) return null
  return { number, customer, purchasedOn, line: { productCode, batch, quantity } }
}

function faultErrors(entry: Entry<ImportedInvoice>, faults: readonly InvoiceFault[]): RowError[] {
  const { customer, lines } = entry.value
  const row = entry.rows[0] ?? 0
  const errors = faults.map((fault): RowError => {
    if (fault.kind === 'product-unknown')
      return {
        row: entry.rows[fault.line] ?? row,
        column: LABELS['productCode'] ?? '',
        value: lines[fault.line]?.productCode ?? '',
        message: '产品目录里没有这个编码，请先导入产品',
      }
    const column = LABELS[customer.code === '' ? 'customerName' : 'customerCode'] ?? ''
    const value = customer.code === '' ? customer.name : customer.code
    const message =
      fault.kind === 'customer-unknown'
        ? '客户名单里没有这个客户，请先导入客户'
        : '有几个客户叫这个名称，请填客户编号或客户电话'
    return { row, column, value, message }
  })
  return withRest(entry, errors)
}

/** Half an invoice would be a wrong one: its other rows are not imported either, and say so. */
function withRest(entry: Pick<Entry<unknown>, 'rows'>, errors: readonly RowError[]): RowError[] {
  const wrong = new Set(errors.map((error) => error.row))
  const first = errors[0]?.row ?? 0
  const rest = entry.rows.filter((row) => !wrong.has(row))
  return [
    ...errors,
    ...rest.map((row) => ({
      row,
      column: LABELS['number'] ?? '',
      value: '',
      message: `同一张发票的第 ${first} 行有错，整张发票没有导入`,
    })),
  ]
}

function outcomesOf(
  entries: readonly Entry<ImportedInvoice>[],
  plans: Awaited<ReturnType<typeof planInvoices>>,
): Outcome[] {
  return plans.map((plan, index) => {
    const entry = entries[index]
    if (plan.action !== 'fault' || entry === undefined)
      return { action: plan.action === 'fault' ? 'same' : plan.action }
    return { action: 'error', errors: faultErrors(entry, plan.faults) }
  })
}

export const invoiceEngine: Engine<InvoiceEntryRow, ImportedInvoice> = {
  columns: COLUMNS,
  masks: { customerPhone: (cell) => maskPhone(cell) },
  parse,
  collect: collectInvoices,
  async judge({ pool }, { orgId }, entries) {
    const values = entries.map((entry) => entry.value)
    const plans = await readOrg(pool, orgId, (_db, query) => planInvoices(query, orgId, values))
    return outcomesOf(entries, plans)
  },
  writing: 'batch',
  async write({ query, principal, log }, entries) {
    const plans = await planInvoices(
      query,
      principal.orgId,
      entries.map((entry) => entry.value),
    )
    await writeInvoices(query, principal.orgId, plans)
    const moved = plans.flatMap((plan) =>
      plan.action === 'add' || plan.action === 'change'
        ? [{ ...plan.invoice, before: plan.standing }]
        : [],
    )
    if (moved.length > 0) log('invoices-imported', { invoices: moved })
    return outcomesOf(entries, plans)
  },
}
