import type { Duty, InstantText, OrgId, People, Person, Playbook, SiteId } from '@yinuo/domain'

export type Site = { readonly id: SiteId; readonly name: string }

/** Who works in an organisation, under which policy; read often, changed rarely. */
export type Directory = {
  readonly orgId: OrgId
  readonly name: string
  readonly zone: string
  readonly demo: boolean
  readonly people: People
  readonly logins: ReadonlyMap<string, string>
  readonly sites: ReadonlyMap<string, Site>
  readonly playbooks: ReadonlyMap<string, Playbook>
}

/** The logged-in person as every request sees him. */
export type Principal = {
  readonly orgId: OrgId
  readonly sessionId: string
  /** Logged in with a one-time password, which has to be changed before anything else (SYS-24). */
  readonly oneTimePassword: boolean
  readonly actor: Person
  readonly directory: Directory
  /** Business time of the organisation, by the database's clock. */
  readonly now: InstantText
  /** What his posts, and those he stands in for today, allow in any playbook. */
  readonly duties: ReadonlySet<Duty>
}
