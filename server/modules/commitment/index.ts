export { commitmentRow } from './commitment-row.ts'
export { mayExplain, presentCommitment } from './present-commitment.ts'
export { commitmentHandlers } from './routes.ts'
export { CommitmentWorker } from './worker.ts'
