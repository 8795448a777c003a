import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { InstantText, OrgId } from '@yinuo/domain'
import type { Directory } from '../../platform/http/principal.ts'
import { organisationIds } from './lapse-store.ts'
import type { PeoplePorts } from './people-ports.ts'
import { tellLapsed } from './tell-lapsed.ts'

const HOUR_MS = 3_600_000

export type TellingPorts = Pick<PeoplePorts, 'pool' | 'changed'> & {
  readonly logger: Logger
  directory(orgId: OrgId): Promise<Directory>
  businessTime(orgId: OrgId): Promise<InstantText>
}

/**
 * Looks for lapsed assessments at start and every hour (STF-10); a day more or less matters to nobody. What fails is logged
 * and made up for an hour later. Returns what stops it.
 */
export function startTellingLapsed(ports: TellingPorts): () => Promise<void> {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await tellEverywhere(ports)
      const nap = { signal: stopping.signal, ref: false }
      await sleep(HOUR_MS, undefined, nap).catch(() => undefined)
    }
  })()
  return async () => {
    stopping.abort()
    await running
  }
}

async function tellEverywhere(ports: TellingPorts): Promise<void> {
  try {
    for (const orgId of await organisationIds(ports.pool))
      await tellLapsed(ports, await ports.directory(orgId), await ports.businessTime(orgId))
  } catch (error) {
    ports.logger.error({ err: error }, 'telling of lapsed assessments failed; again in an hour')
  }
}
