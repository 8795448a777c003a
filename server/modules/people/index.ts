export type { PeoplePorts } from './people-ports.ts'
export { peopleHandlers } from './routes.ts'
