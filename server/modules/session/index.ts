export { sessionHandlers } from './routes.ts'
export { Sessions } from './sessions.ts'
export { hashPassword } from './password.ts'
export { endSessions, revokeSessionsOf, setCredential, writePasswordHash } from './session-store.ts'
