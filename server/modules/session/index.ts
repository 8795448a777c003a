export { sessionHandlers } from './routes.ts'
export { Sessions } from './sessions.ts'
export { hashPassword } from './password.ts'
export { endSession, endSessions, readOpenSessions, setCredential } from './session-store.ts'
