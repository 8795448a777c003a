import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { downloadAttachment } from './download-attachment.ts'
import type { AttachmentPorts } from './ports.ts'
import { uploadAttachment } from './upload-attachment.ts'

export function attachmentHandlers(ports: AttachmentPorts): readonly Handler[] {
  return [
    on(api.attachment.upload, ({ query, raw, key, inputHash, principal }) =>
      uploadAttachment(ports, principal, { name: query.name, bytes: raw }, { key, inputHash }),
    ),
    on(api.attachment.download, ({ params, principal }) =>
      downloadAttachment(ports, principal, params.id),
    ),
  ]
}
