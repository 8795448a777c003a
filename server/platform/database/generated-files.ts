import { fileURLToPath } from 'node:url'

export const SCHEMA_TYPES_FILE = fileURLToPath(new URL('./schema.ts', import.meta.url))
export const SCHEMA_DUMP_FILE = fileURLToPath(
  new URL('../../migrations/schema.txt', import.meta.url),
)
