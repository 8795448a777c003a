/**
 * A program with an embedded database, for tests that kill it: `node embedded-program.ts DATA_DIR [exit]`. Prints one
 * line of JSON when ready; ends on SIGTERM as `main.ts` does, or by `process.exit` at the first line it reads.
 */
import { startEmbedded, StartFailure } from '../platform/database/index.ts'

try {
  const database = await startEmbedded({ dataDir: process.argv[2] ?? '' })
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)))
  process.stdin.once('data', () => process.exit(3))
  const { adminUrl, pid, adopted } = database
  process.stdout.write(`${JSON.stringify({ adminUrl, pid, adopted })}\n`)
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(error.exitCode)
}
