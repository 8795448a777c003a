import { civilDate, type LookedAt } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'

/** Qualifications are looked at on the organisation's day: yearly items lapse (STF-10). */
export function lookedAt({ now, directory }: Pick<Principal, 'now' | 'directory'>): LookedAt {
  return { today: civilDate(now, directory.zone), zone: directory.zone }
}
