import { type Logger, pino } from 'pino'

/**
 * The program's log: of an error only its kind, message, code and stack. Errors of the database driver carry the whole
 * connection and, in `detail`, the values of a row; neither belongs into a log (rows 31 and 32 of reliability.md).
 */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = { level, serializers: { err: bareError } }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function bareError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { readonly code?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
  }
}
