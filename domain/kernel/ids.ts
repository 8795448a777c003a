/** Ids are UUIDv7 strings; the brand keeps one noun's id from being passed for another's. */
export type Brand<Name extends string> = string & { readonly __noun?: Name }
export type OrgId = Brand<'org'>
export type SiteId = Brand<'site'>
export type UserId = Brand<'user'>
export type CustomerId = Brand<'customer'>
export type ComplaintId = Brand<'complaint'>
export type CommitmentId = Brand<'commitment'>
export type TaskId = Brand<'task'>
export type DraftId = Brand<'draft'>
export type AttachmentId = Brand<'attachment'>

/** An instant as ISO 8601 text in UTC, e.g. `2026-03-02T01:00:00Z`; the form in which state is stored. */
export type InstantText = string
/** A civil date, `2026-03-02`. */
export type DateText = string
