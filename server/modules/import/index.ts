export { importHandlers } from './routes.ts'
export type { ImportPorts } from './ports.ts'
