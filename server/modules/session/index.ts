export { sessionHandlers } from './routes.ts'
export { Sessions } from './sessions.ts'
export { hashPassword } from './password.ts'
export { endSessions, setCredential } from './session-store.ts'
