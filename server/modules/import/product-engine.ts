import { readOrg } from '../../platform/database/index.ts'
import { type ImportedProduct, planProducts, writeProducts } from '../customer/index.ts'
import { collectSingles } from './collect-entries.ts'
import type { Column } from './column.ts'
import type { Engine } from './engine.ts'
import type { RowReader } from './row-reader.ts'

const COLUMNS: readonly Column[] = [
  {
    key: 'code',
    label: '产品编码',
    aliases: ['编码', '产品编号', '货号', '物料编码'],
    required: true,
    hint: '再导一次时凭它找到同一个产品',
    example: 'CF4-15W40-18L',
  },
  {
    key: 'name',
    label: '品名',
    aliases: ['产品名称', '名称', '货名'],
    required: true,
    hint: '产品的名称',
    example: 'CF-4 15W-40 柴机油',
  },
  {
    key: 'spec',
    label: '规格',
    aliases: ['规格型号', '包装'],
    hint: '包装、型号',
    example: '18L 桶',
  },
  { key: 'unit', label: '单位', aliases: ['计量单位'], hint: '按什么数', example: '桶' },
]

function parse(read: RowReader): ImportedProduct | null {
  const code = read.code('code', 60)
  const name = read.text('name', 200)
  const [spec, unit] = [read.text('spec', 200), read.text('unit', 20)]
  if (code === undefined || name === undefined) return null
  return {
    code,
    values: {
      name,
      ...(spec === undefined ? {} : { spec }),
      ...(unit === undefined ? {} : { unit }),
    },
  }
}

export const productEngine: Engine<ImportedProduct, ImportedProduct> = {
  columns: COLUMNS,
  masks: {},
  parse,
  collect: (rows) =>
    collectSingles(rows, ({ code }) => ({ key: code, label: '产品编码', shown: code })),
  judge: ({ pool }, { orgId }, entries) =>
    readOrg(pool, orgId, (_db, query) =>
      planProducts(
        query,
        orgId,
        entries.map((entry) => entry.value),
      ),
    ),
  writing: 'batch',
  async write({ query, principal, log }, entries) {
    const plans = await planProducts(
      query,
      principal.orgId,
      entries.map((entry) => entry.value),
    )
    await writeProducts(query, principal.orgId, plans)
    const moved = plans.filter((plan) => plan.action !== 'same')
    if (moved.length > 0)
      log('products-imported', {
        products: moved.map(({ product, standing }) => ({ ...product, before: standing })),
      })
    return plans
  },
}
