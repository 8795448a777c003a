export { intakeHandlers } from './routes.ts'
