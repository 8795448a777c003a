import type { Clock, Ending, EndingKey, Field, FieldType, Form, RecordKind } from '@yinuo/domain'
import type { FieldSource, PlaybookSource } from './playbook-schema.ts'
import { isoSpan } from './time-span.ts'
import type { LoadedPlaybook, WorkedExample } from './worked-example.ts'

/** Turns a checked source into the domain's data; every name in it is known to exist. */
export function compilePlaybook(source: PlaybookSource): LoadedPlaybook {
  return {
    code: source.playbook,
    version: source.version,
    label: source.label,
    shortLabel: source['short-label'],
    numberPrefix: source['number-prefix'],
    choices: mapValues(source.choices, ({ ordered, values }) => ({
      ordered,
      values: Object.entries(values).map(([key, label]) => ({ key, label })),
    })),
    posts: mapValues(source.posts, ({ qualified, ...post }) => ({
      ...post,
      ...(qualified !== undefined && { qualified }),
    })),
    forms: mapValues(source.forms, ({ 'grouped-by': groupedBy, fields, ...form }): Form => ({
      ...form,
      ...(groupedBy !== undefined && { groupedBy }),
      fields: compileFields(fields),
    })),
    records: mapValues(source.records, ({ 'decided-by': decidedBy, fields, ...kind }) => ({
      ...kind,
      ...(decidedBy !== undefined && { decidedBy }),
      fields: compileFields(fields),
    })) satisfies Record<string, RecordKind>,
    steps: source.steps,
    statuses: source.statuses,
    gates: source.gates.map(({ when, unless, shows, ...gate }) => ({
      ...gate,
      ...(shows !== undefined && { shows }),
      ...(when !== undefined && { when }),
      ...(unless !== undefined && { unless }),
    })),
    reactions: source.reactions,
    clocks: Object.entries(source.clocks).map(([key, clock]) =>
      compileClock(key, clock, source.settings),
    ),
    remedies: Object.entries(source.remedies).map(([key, { task, ...remedy }]) => ({
      key,
      ...remedy,
      ...(task !== undefined && { task }),
    })),
    endings: Object.entries(source.endings).flatMap(([key, ending]) =>
      ending === undefined ? [] : [compileEnding(key as EndingKey, ending)],
    ),
    cards: mapValues(source.cards, ({ points, ...card }) => ({
      ...card,
      points: points.map(({ text, done }) => ({ text, ...(done !== undefined && { done }) })),
    })),
    phrases: source.phrases,
    qualification: source.qualification.flatMap(({ group, items }) =>
      Object.entries(items).map(([key, { admits, ...item }]) => ({
        key,
        group,
        ...item,
        ...(admits !== undefined && { admits }),
      })),
    ),
    settings: mapValues(source.settings, ({ value }) => value),
    figures: mapValues(source.settings, ({ label, unit, rule }) => ({
      label,
      unit,
      ...(rule !== undefined && { rule }),
    })),
    examples: compileExamples(source.examples),
  }
}

/** Characters a field takes where the file gives no `max-length`; long texts hold a complaint as people write it. */
const DEFAULT_LENGTHS: Readonly<Record<FieldType, number>> = {
  text: 500,
  'long-text': 4000,
  phone: 40,
  date: 10,
  choice: 40,
  integer: 15,
  money: 15,
  person: 40,
  boolean: 5,
}

function compileFields(fields: Readonly<Record<string, FieldSource>>): readonly Field[] {
  return Object.entries(fields).map(([key, field]) => ({
    key,
    label: field.label,
    type: field.type,
    required: field.required,
    mayBeUnavailable: field['may-be-unavailable'],
    ...(field.choices !== undefined && { choices: field.choices }),
    maxLength: field['max-length'] ?? DEFAULT_LENGTHS[field.type],
    ...(field.hint !== undefined && { hint: field.hint }),
    personal: field.personal,
    ...(field.rule !== undefined && { rule: field.rule }),
    ...(field['to-customer'] !== undefined && { toCustomer: field['to-customer'] }),
    ...(field.ask !== undefined && { ask: field.ask }),
    ...(field.for !== undefined && { for: field.for }),
    ...(field.sends !== undefined && { sends: field.sends }),
  }))
}

function compileClock(
  key: string,
  clock: PlaybookSource['clocks'][string],
  settings: PlaybookSource['settings'],
): Clock {
  return {
    key,
    label: clock.label,
    rule: clock.rule,
    from: typeof clock.from === 'string' ? [clock.from] : clock.from,
    per: clock.per,
    base: clock.base,
    due: compileDue(clock.due, settings),
    warnBefore: clock['warn-before'],
    metBy: clock['met-by'],
    voidedBy: clock['voided-by'],
    ownedBy: clock['owned-by'],
    ladder: clock.ladder.flatMap(({ after, to }) => to.map((target) => ({ after, to: target }))),
    restartsOnActivity: clock['restarts-on-activity'],
  }
}

export function compileDue(
  { after, 'end-of-day': days }: PlaybookSource['clocks'][string]['due'],
  settings: PlaybookSource['settings'],
): Clock['due'] {
  if (after === undefined) return { endOfDay: days ?? 0 }
  if (typeof after === 'string') return { after }
  return { after: isoSpan(settings[after.setting]?.value ?? 0, after.unit) }
}

function compileEnding(
  key: EndingKey,
  {
    need,
    'needs-approval': needsApproval,
    ...ending
  }: NonNullable<PlaybookSource['endings'][EndingKey]>,
): Ending {
  return { key, ...ending, needsApproval, ...(need !== undefined && { need }) }
}

function compileExamples({ plan, ...rest }: PlaybookSource['examples']): WorkedExample {
  return {
    ...rest,
    plan: {
      opinion: plan.opinion,
      remedies: plan.remedies.map(({ 'amount-fen': amountFen, ...line }) => ({
        ...line,
        amountFen,
      })),
      costFen: plan['cost-fen'],
      keptFen: plan['kept-fen'],
      alternatives: [],
      level: plan.level,
      levelReason: '',
    },
  }
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
