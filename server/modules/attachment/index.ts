export { attachmentHandlers } from './routes.ts'
export { AttachmentFiles } from './attachment-files.ts'
export { attachmentFacts, bindAttachment } from './bind-attachment.ts'
