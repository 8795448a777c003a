import { api, type Route } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { openApiDocument } from './open-api-document.ts'

type Operation = {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, unknown>>
}
const document = openApiDocument('1.2.3') as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
const text = JSON.stringify(document)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, ...operation })),
)

test('SYS-21: every route of the contract stands in it once, as OpenAPI 3.1', () => {
  const routes = Object.entries(api).flatMap(([noun, held]) =>
    Object.keys(held as Record<string, Route>).map((name) => `${noun}.${name}`),
  )
  expect(document.openapi).toBe('3.1.0')
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(routes.toSorted())
  for (const { path, parameters, responses } of operations) {
    const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
    expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(Object.keys(responses)).toEqual(['200', 'default'])
  }
})

test('what is pointed to is there, and nothing is there that is not pointed to', () => {
  const pointers = new Set(text.match(/(?<="\$ref":"#\/components\/)[^"]+/g))
  const there = ['schemas', 'responses'].flatMap((kind) =>
    Object.keys(document.components[kind] ?? {}).map((name) => `${kind}/${name}`),
  )
  expect([...pointers].toSorted()).toEqual(there.toSorted())
  expect(text).not.toContain('$defs')
})

test('a default may be left out of what is sent and stands in what is answered', () => {
  expect(document.components['schemas']).toMatchObject({
    planInput: { required: ['opinion', 'remedies', 'costFen'] },
    planContent: {
      required: [
        'opinion',
        'remedies',
        'costFen',
        'keptFen',
        'alternatives',
        'level',
        'levelReason',
      ],
    },
  })
})

test('schemas of the same name stand once: it can be fetched over a slow line', () => {
  expect(text.length).toBeLessThan(300_000)
})
