export { type Founded, foundOrganisation } from './found-organisation.ts'
export { setupHandlers } from './routes.ts'
export { newSetupCode } from './setup-code.ts'
export type { DemoLogin } from './setup-ports.ts'
