export { Directories } from './directory.ts'
export { organisationHandlers } from './routes.ts'
