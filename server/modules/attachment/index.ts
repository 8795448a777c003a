export { attachmentHandlers } from './routes.ts'
export { AttachmentFiles } from './attachment-files.ts'
export { type AttachmentFacts, attachmentFacts, bindAttachment } from './bind-attachment.ts'
export type { AttachmentPorts } from './ports.ts'
