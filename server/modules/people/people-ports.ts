import type { Pool } from 'pg'
import type { UnmetGate } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import type { Directories } from '../organisation/index.ts'
import type { Sessions } from '../session/index.ts'

export type PeoplePorts = {
  readonly pool: Pool
  readonly directories: Pick<Directories, 'read' | 'forget'>
  readonly sessions: Pick<Sessions, 'forgetAll'>
  /** Keeps a refusal outside all streams (SYS-02). */
  recordRefusal(
    principal: Principal,
    command: string,
    subjectId: string | null,
    gates: readonly UnmetGate[],
  ): Promise<void>
  /** Told after commit, so that other screens read again. */
  changed(change: { orgId: string; noun: string; id: string; version: number }): void
}
