import type { ImportView } from '@yinuo/contract'
import type { DemoDesk } from './demo-desk.ts'
import { DEMO_ADMINISTRATOR } from './demo-people.ts'
import { DEMO_INVOICES, DEMO_PRODUCTS } from './demo-purchases.ts'

type Cells = Readonly<Record<string, string | number>>

/** Products and invoices come in by import, as in a real plant: the heads are those of the templates. */
export async function seedPurchases(desk: DemoDesk): Promise<void> {
  await importRows(
    desk,
    'products',
    DEMO_PRODUCTS.map(({ code, name, spec, unit }) => ({
      产品编码: code,
      品名: name,
      规格: spec,
      单位: unit,
    })),
  )
  await importRows(
    desk,
    'invoices',
    DEMO_INVOICES.map(({ number, customer, on, product, batch, quantity }) => ({
      发票号: number,
      客户名称: customer,
      购买日期: on,
      产品编码: product,
      生产批号: batch,
      数量: quantity,
    })),
  )
}

async function importRows(
  desk: DemoDesk,
  kind: 'products' | 'invoices',
  rows: readonly Cells[],
): Promise<void> {
  const heads = Object.keys(rows[0] ?? {})
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head]))]
  const { login } = DEMO_ADMINISTRATOR
  const preview = await desk.call<ImportView>(
    login,
    'POST',
    `/imports?kind=${kind}&fileName=${kind}.csv`,
    Buffer.from(lines.map((cells) => `${cells.join(',')}\n`).join('')),
  )
  if (preview.errorCount > 0)
    throw new Error(`demo: ${kind}: ${preview.errors.map((one) => one.message).join('；')}`)
  await desk.call(login, 'POST', `/imports/${preview.id}/run`, {})
}
