export { portalHandlers } from './routes.ts'
