import type { Channel, ComplaintKind, FieldValues, PlanContent } from '@yinuo/domain'
import type { LoadedPlaybook } from './compile-playbook.ts'

/** One complaint with every mandatory item filled, as its playbook file tells it. */
export type WorkedExample = {
  readonly complaint: { readonly kind: ComplaintKind; readonly channel: Channel }
  readonly forms: Readonly<
    Record<
      string,
      { readonly values: FieldValues; readonly unavailable: Readonly<Record<string, string>> }
    >
  >
  /** Not every kind: a consultation names a real user, which a file cannot know. */
  readonly records: Readonly<Record<string, FieldValues>>
  readonly plan: PlanContent
}

/** What scenarios, tests and the demo fill in where nothing special is said (architecture §4). */
export function workedExample(playbook: LoadedPlaybook): WorkedExample {
  return playbook.examples
}
