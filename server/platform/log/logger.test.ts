import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

test('the log says what went wrong and nothing of the connection or of the row it happened to', () => {
  const lines: string[] = []
  const logger = createLogger('error', { write: (line) => lines.push(line) })
  const error = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (phone)=(0519-80001234) already exists.',
    client: { password: 'secret', parsedStatements: { s1: 'select 1' } },
  })
  logger.error({ err: error }, 'failed')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('duplicate key value')
  expect(lines[0]).toContain('23505')
  expect(lines[0]).not.toMatch(/80001234|secret|parsedStatements/)
})
