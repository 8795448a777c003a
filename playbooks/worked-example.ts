import type { Channel, ComplaintKind, FieldValues, PlanContent, Playbook } from '@yinuo/domain'

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

/** A playbook as shipped: the domain's policy data and the worked example of its file. */
export type LoadedPlaybook = Playbook & { readonly examples: WorkedExample }

/** What scenarios, tests and the demo fill in where nothing special is said (architecture §4). */
export function workedExample(playbook: LoadedPlaybook): WorkedExample {
  return playbook.examples
}
