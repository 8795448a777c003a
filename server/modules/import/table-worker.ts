import { parentPort, workerData } from 'node:worker_threads'
import { readCsv } from './read-csv.ts'
import { TableError, type TableResult } from './table.ts'

/** One file in, one answer out: whatever a broken or malicious workbook does happens here, apart from the server. */
async function read(bytes: Buffer): Promise<TableResult> {
  try {
    if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return await workbook(bytes)
    // The container of Excel 97–2003, and of workbooks with a password.
    if (bytes.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0') return { fault: 'old-workbook' }
    return readCsv(bytes).result()
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return { fault: error.fault, ...(error.detail === undefined ? {} : { detail: error.detail }) }
  }
}

async function workbook(bytes: Buffer): Promise<TableResult> {
  // Loaded for workbooks only: it takes longer to load than a text to read.
  const { readWorkbook } = await import('./read-workbook.ts')
  try {
    return (await readWorkbook(bytes)).result()
  } catch (error) {
    if (error instanceof TableError) throw error
    return { fault: 'broken-workbook' }
  }
}

// The workbook reader leaves some of its failures to nobody (a stream that ends too early).
process.on('uncaughtException', () => answer({ fault: 'broken-workbook' }))
process.on('unhandledRejection', () => answer({ fault: 'broken-workbook' }))

function answer(result: TableResult): void {
  parentPort?.postMessage(result)
}

answer(await read(Buffer.from(workerData as Uint8Array)))
