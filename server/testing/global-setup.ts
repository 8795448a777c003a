import { ensureTemplate } from './template-database.ts'
import { startTestServer, TEST_SERVER_VARIABLE } from './test-server.ts'

/** vitest's globalSetup of the projects with a database: one server per run, shared by all of them. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[TEST_SERVER_VARIABLE]) return undefined
  const server = await startTestServer()
  await ensureTemplate(server.adminUrl)
  process.env[TEST_SERVER_VARIABLE] = server.adminUrl
  return async () => {
    delete process.env[TEST_SERVER_VARIABLE]
    await server.stop()
  }
}
