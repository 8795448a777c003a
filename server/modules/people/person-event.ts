import type { DateText, HeldPost, QualificationEntry, SiteId, UserId } from '@yinuo/domain'

/** What happens in the life of a person here, with old and new value (SYS-02). A password is never part of it. */
export type PersonEvent =
  | Event<
      'person-created',
      { name: string; login: string; siteId: SiteId; reportsTo: UserId | null }
    >
  | Event<'renamed', { name: string; before: string }>
  | Event<'site-changed', { siteId: SiteId; before: SiteId }>
  | Event<'superior-changed', { reportsTo: UserId | null; before: UserId | null }>
  | Event<'deactivated' | 'reactivated' | 'password-reset', object>
  | Event<'sessions-ended', { all: boolean }>
  | Event<'post-granted' | 'post-revoked', HeldPost>
  | Event<'deputy-named', { deputyId: string; deputy: UserId; from: DateText; until: DateText }>
  | Event<'deputy-ended', { deputyId: string; deputy: UserId }>
  | Event<'qualification-assessed' | 'qualification-waived', Judged>

type Event<Type extends string, Data extends object> = {
  readonly type: Type
  readonly data: Readonly<Data>
}

type Judged = Pick<QualificationEntry, 'result' | 'value' | 'reason'> & {
  readonly item: string
  readonly before: Pick<QualificationEntry, 'result' | 'value' | 'reason'> | null
}
