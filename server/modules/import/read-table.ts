import { Worker } from 'node:worker_threads'
import { isOldWorkbook, isWorkbook } from './file-kind.ts'
import { readCsv } from './read-csv.ts'
import { settleTable, type TableResult } from './table.ts'

/** Heap of the worker: 50,000 rows of ten columns take about 150 MB there. */
const HEAP_MB = 512
const TIME_LIMIT_MS = 60_000
/** A text so short is read sooner than a thread starts. */
const SHORT_TEXT = 100_000

/**
 * The rows of an .xlsx or .csv file. Anything large in a thread of its own, with a limit of memory and time: a bomb or a million rows cost
 * that thread and nothing else, and the server answers others meanwhile.
 */
export async function readTable(bytes: Buffer): Promise<TableResult> {
  if (bytes.length === 0) return { fault: 'empty' }
  if (isOldWorkbook(bytes)) return { fault: 'old-workbook' }
  if (!isWorkbook(bytes) && bytes.length < SHORT_TEXT) return settleTable(() => readCsv(bytes))
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<TableResult>()
  const timer = setTimeout(() => resolve({ fault: 'too-slow' }), TIME_LIMIT_MS)
  worker.once('message', (result: TableResult) => resolve(result))
  worker.once('error', (error: Error & { code?: string }) =>
    resolve({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-big' : 'broken-workbook' }),
  )
  worker.once('exit', () => resolve({ fault: 'broken-workbook' }))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
