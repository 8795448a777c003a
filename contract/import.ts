import { z } from 'zod'
import { route } from './route.ts'
import { id, idParams } from './shapes.ts'

export const IMPORT_KINDS = ['customers', 'products', 'invoices', 'staff'] as const

const kindQuery = z.object({ kind: z.enum(IMPORT_KINDS) })
const rowError = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  message: z.string(),
})

export const importView = z.object({
  id,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  rows: z.int(),
  /** What a run would do now: rows already present unchanged are neither added nor changed. */
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  errors: z.array(rowError),
  errorCount: z.int(),
  preview: z.array(z.record(z.string(), z.string())),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  done: z.boolean(),
})
export type ImportView = z.output<typeof importView>

export const importRoutes = {
  template: route({
    method: 'GET',
    path: '/imports/template',
    summary: '下载模板（xlsx 或 csv）',
    access: 'import',
    query: kindQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: z.any(),
  }),
  preview: route({
    method: 'POST',
    path: '/imports',
    summary: '上传并预览，不写入；逐行报错',
    access: 'import',
    query: kindQuery.extend({ fileName: z.string().max(200).default('') }),
    body: z.any(),
    rawLimit: 20_000_000,
    output: importView,
  }),
  run: route({
    method: 'POST',
    path: '/imports/:id/run',
    summary: '导入无错的行；再导一次不会重复',
    access: 'import',
    params: idParams,
    output: importView,
  }),
  errors: route({
    method: 'GET',
    path: '/imports/:id/errors',
    summary: '下载出错的行（csv）',
    access: 'import',
    params: idParams,
    output: z.any(),
  }),
}
