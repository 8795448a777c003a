import { z } from 'zod'
import { route } from './route.ts'
import { id, idParams } from './shapes.ts'

/** Recognised by their first bytes, never by name or header (SYS-11). */
export const ATTACHMENT_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
  'audio/mpeg',
  'audio/wav',
  'audio/mp4',
  'audio/amr',
] as const

export const attachmentRoutes = {
  upload: route({
    method: 'POST',
    path: '/attachments',
    summary: '上传图片、PDF、录音（最大 20 MB）',
    access: 'session',
    query: z.object({ name: z.string().max(200) }),
    body: z.any(),
    rawLimit: 20_000_000,
    output: z.object({ id, name: z.string(), type: z.enum(ATTACHMENT_TYPES), size: z.int() }),
  }),
  download: route({
    method: 'GET',
    path: '/attachments/:id',
    summary: '下载附件',
    access: 'session',
    params: idParams,
    output: z.any(),
  }),
}
