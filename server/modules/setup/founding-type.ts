import type { HeldPost, InstantText, OrgId, SiteId, UserId } from '@yinuo/domain'

/** All that an organisation begins with. */
export type Founding = {
  readonly orgId: OrgId
  readonly organisation: string
  readonly siteId: SiteId
  readonly site: string
  readonly userId: UserId
  readonly administrator: string
  readonly login: string
  readonly passwordHash: string
  readonly posts: readonly HeldPost[]
  /** Business time at which a demo begins (SYS-05); null for a real organisation, whose clock cannot be moved. */
  readonly demoStart: InstantText | null
}
