import type { Route } from '@yinuo/contract'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ProblemError } from './problem.ts'
import { findUnstorable } from './storable.ts'

z.config(z.locales.zhCN())

const NONE = Buffer.alloc(0)

/** Params, query and body as the contract wants them; otherwise every wrong place is named at once. */
export function parseInput(
  route: Route,
  request: FastifyRequest,
): { params: unknown; query: unknown; body: unknown; raw: Buffer } {
  const isRaw = route.rawLimit !== undefined
  if (!isRaw && Buffer.isBuffer(request.body)) throw new ProblemError('unsupported')
  // Unknown ids and malformed ones look alike from outside (row 24 of reliability.md).
  const params = route.params.safeParse(request.params)
  if (!params.success) throw new ProblemError('not-found')
  const unstorable = findUnstorable(request.query) ?? findUnstorable(isRaw ? null : request.body)
  if (unstorable !== null)
    throw new ProblemError('invalid', {
      fields: [{ path: unstorable.path, message: OWN_SENTENCES[unstorable.message] }],
    })
  const query = route.query.safeParse(request.query)
  const body = isRaw
    ? { success: true as const, data: undefined }
    : route.body.safeParse(request.body ?? {})
  if (!query.success || !body.success) {
    throw new ProblemError('invalid', {
      fields: [...issues(query.error), ...issues('error' in body ? body.error : undefined)],
    })
  }
  return {
    params: params.data,
    query: query.data,
    body: body.data,
    raw: isRaw && Buffer.isBuffer(request.body) ? request.body : NONE,
  }
}

const OWN_SENTENCES = {
  'text-not-storable': '含有不能保存的字符',
  'text-empty': '没有填写',
  'too-deep': '层次太深',
} as const

function isOwn(message: string): message is keyof typeof OWN_SENTENCES {
  return Object.hasOwn(OWN_SENTENCES, message)
}

function issues(error: z.ZodError | undefined): { path: string; message: string }[] {
  return (error?.issues ?? []).slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    message: isOwn(issue.message) ? OWN_SENTENCES[issue.message] : issue.message.slice(0, 200),
  }))
}
