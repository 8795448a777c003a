import type { PeoplePorts } from '../people/index.ts'

/** Staff come in through the use cases of people, so an import has their ports. */
export type ImportPorts = PeoplePorts
