import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { createApp } from '../server/app.ts'
import { createTestDatabase } from '../server/testing/index.ts'

export type Office = Awaited<ReturnType<typeof openOffice>>
export async function openOffice() {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-e2e-'))
  const app = await createApp({
    pool: database.pool,
    appUrl: database.appUrl,
    logger: pino({ level: process.env['LOG_LEVEL'] ?? 'error' }),
    version: 'test',
    dataDir,
    demoLogins: null,
    setupCode: 'set-up-code',
    checkOutput: true,
    pagesFolder: process.env['PAGES'],
  })
  await app.start()
  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body: unknown,
    cookie: string,
    key: string = randomUUID(),
  ) => {
    const answer = await app.server.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie, ...(method === 'GET' ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return {
      status: answer.statusCode,
      body: JSON.parse(answer.body),
      cookie: String(answer.headers['set-cookie'] ?? ''),
    }
  }
  const login = async (name: string) => {
    const answer = await call(
      'POST',
      '/login',
      { login: name, password: 'long enough password' },
      '',
    )
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    const cookie = answer.cookie.split(';')[0] ?? ''
    return {
      me: answer.body,
      get: (url: string) => call('GET', url, undefined, cookie),
      post: (url: string, body: unknown = {}, key?: string) => call('POST', url, body, cookie, key),
      put: (url: string, body: unknown = {}, key?: string) => call('PUT', url, body, cookie, key),
    }
  }
  const setup = await call(
    'POST',
    '/setup',
    {
      setupCode: 'set-up-code',
      organisation: '岭川润滑油',
      site: '常州总厂',
      administrator: '郑敏',
      login: 'admin',
      password: 'long enough password',
    },
    '',
  )
  if (setup.status !== 200) throw new Error(JSON.stringify(setup.body))
  const admin = await login('admin')
  for (const [name, loginName, post] of [
    ['刘芳', 'liufang', 'receptionist'],
    ['周建国', 'zhoujianguo', 'leader'],
    ['赵永', 'zhaoyong', 'warehouse'],
    ['孙丽', 'sunli', 'marketing'],
    ['王小明', 'wangxiaoming', ''],
    ['陈志强', 'chenzhiqiang', ''],
  ]) {
    const made = await admin.post('/people', {
      name,
      login: loginName,
      password: 'long enough password',
      siteId: admin.me.site.id,
    })
    if (made.status !== 200) throw new Error(JSON.stringify(made.body))
    if (post !== '') {
      const granted = await admin.post(`/people/${made.body.id}/posts`, { playbook: 'LUB', post })
      if (granted.status !== 200) throw new Error(JSON.stringify(granted.body))
    }
  }
  return {
    as: login,
    app,
    database,
    close: async () => {
      await app.stop()
      await database.drop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
