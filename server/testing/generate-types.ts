/**
 * Writes what is derived from the migrations: `schema.ts` (types for Kysely) and `server/migrations/schema.txt` (for
 * review). Run after every new migration: `npm exec -- node server/testing/generate-types.ts`.
 */
import { writeFileSync } from 'node:fs'
import { createTestDatabase } from './index.ts'
import { SCHEMA_DUMP_FILE, SCHEMA_TYPES_FILE } from '../platform/database/generated-files.ts'
import { describeSchema } from '../platform/database/schema-dump.ts'
import { describeTypes } from '../platform/database/schema-types.ts'

const database = await createTestDatabase()
try {
  writeFileSync(SCHEMA_TYPES_FILE, await describeTypes(database.admin))
  writeFileSync(SCHEMA_DUMP_FILE, await describeSchema(database.admin))
} finally {
  await database.drop()
}
