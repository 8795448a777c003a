export { type Deputy, Directories } from './directory.ts'
export { organisationHandlers } from './routes.ts'
