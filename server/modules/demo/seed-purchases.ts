import type { ImportView } from '@yinuo/contract'
import type { DemoDesk } from './demo-desk.ts'
import { DEMO_ADMINISTRATOR } from './demo-people.ts'
import { DEMO_INVOICES, DEMO_PRODUCTS } from './demo-purchases.ts'

type Kind = 'products' | 'invoices'

/** Products and invoices come in by import, as in a real plant. */
export async function seedPurchases(desk: DemoDesk): Promise<void> {
  await importRows(desk, 'products', DEMO_PRODUCTS)
  await importRows(
    desk,
    'invoices',
    DEMO_INVOICES.map(({ number, customer, on, product, batch, quantity }) => ({
      number,
      customer,
      purchasedOn: on,
      product,
      batch,
      quantity,
    })),
  )
}

async function importRows(
  desk: DemoDesk,
  kind: Kind,
  rows: readonly Readonly<Record<string, string | number>>[],
): Promise<void> {
  const keys = Object.keys(rows[0] ?? {})
  const lines = [keys.join(','), ...rows.map((row) => keys.map((key) => row[key]).join(','))]
  const { login } = DEMO_ADMINISTRATOR
  const preview = await desk.call<ImportView>(
    login,
    'POST',
    `/imports?kind=${kind}&fileName=${kind}.csv`,
    Buffer.from(`${lines.join('\n')}\n`),
  )
  if (preview.errorCount > 0)
    throw new Error(`demo: ${kind}: ${preview.errors.map((one) => one.message).join('；')}`)
  await desk.call(login, 'POST', `/imports/${preview.id}/run`, {})
}
