import { parentPort, workerData } from 'node:worker_threads'
import { readCsv } from './read-csv.ts'
import { settleTable, type TableResult } from './table.ts'
import { isWorkbook } from './file-kind.ts'

/** One file in, one answer out: whatever a broken or malicious workbook does happens here, apart from the server. */
async function read(bytes: Buffer): Promise<TableResult> {
  if (!isWorkbook(bytes)) return settleTable(() => readCsv(bytes))
  // Loaded for workbooks only: it takes longer to load than a text to read.
  const { readWorkbook } = await import('./read-workbook.ts')
  return settleTable(() => readWorkbook(bytes), 'broken-workbook')
}

// The workbook reader leaves some of its failures to nobody (a stream that ends too early).
process.on('uncaughtException', () => answer({ fault: 'broken-workbook' }))
process.on('unhandledRejection', () => answer({ fault: 'broken-workbook' }))

function answer(result: TableResult): void {
  parentPort?.postMessage(result)
}

answer(await read(Buffer.from(workerData as Uint8Array)))
