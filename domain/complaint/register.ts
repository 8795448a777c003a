import { isBefore } from '../kernel/instant.ts'
import { must, refuse, type Refusal, type UnmetGate } from '../kernel/refusal.ts'
import { wrongValues } from '../playbook/field-value.ts'
import type { RegisterCommand } from './command.ts'
import { permission, type Context, type RecordedEvent } from './context.ts'
import type { ComplaintEvent } from './event.ts'
import { begin } from './evolve.ts'
import { complaintFacts } from './facts.ts'
import { reactionsTo } from './reactions.ts'
import { merged, playbookGates, requiredGates, skipped, standsInTheWay } from './gates.ts'

type Registered = Extract<RecordedEvent, { type: 'registered' }>

/**
 * Opens a complaint: it gets its number, the received-at time and the status 待签字 (CMP-01). Refuses while a mandatory
 * field is empty (CMP-02, CMP-11), a value has the wrong form, or an earlier time comes without a reason.
 */
export function register(
  command: RegisterCommand,
  context: Context,
): Refusal | readonly ComplaintEvent[] {
  const { playbook } = context
  const event = registeredEvent(command, context)
  const preview = begin(command.id, event, playbook)
  const unmet = merged([
    ...permission('record', context),
    ...wrongRegistration(command, context),
    ...requiredGates('registration', preview.forms['registration'], playbook),
    ...playbookGates(
      [{ verb: 'save', object: 'registration' }],
      playbook,
      complaintFacts(preview, context),
      [],
    ).filter(standsInTheWay),
    ...receivedAtGates(command, context),
  ])
  const { standing, debts } = skipped(unmet, command.skip)
  if (standing.length > 0) return refuse(standing)
  return [{ type: event.type, data: event.data }, ...debts, ...reactionsTo(null, preview, context)]
}

function registeredEvent(command: RegisterCommand, context: Context): Registered {
  return {
    type: 'registered',
    at: context.now,
    by: context.actor.id,
    data: {
      number: command.number,
      playbook: context.playbook.code,
      playbookVersion: context.playbook.version,
      siteId: command.siteId,
      customerId: command.customerId,
      receivedAt: command.receivedAt,
      earlierReason: command.earlierReason,
      kind: command.kind,
      channel: command.channel,
      values: command.values,
      unavailable: command.unavailable,
      words: command.words,
      moods: command.moods,
      recorder: context.actor.id,
    },
  }
}

function wrongRegistration(command: RegisterCommand, context: Context): readonly UnmetGate[] {
  const form = context.playbook.forms['registration']
  const wrong = wrongValues(
    form?.fields ?? [],
    command.values,
    command.unavailable,
    context.playbook,
    'registration',
  )
  return wrong.length === 0 ? [] : [must(form?.rule ?? 'CMP-02', wrong)]
}

/** The clock runs from the customer's first word: never later than now, and earlier than the first keystroke only with a reason. */
function receivedAtGates(command: RegisterCommand, context: Context): readonly UnmetGate[] {
  if (isBefore(context.now, command.receivedAt))
    return [must('CMP-01', { code: 'earlier-than-now' })]
  const earlier = isBefore(command.receivedAt, command.firstKeystrokeAt)
  return earlier && (command.earlierReason ?? '').trim() === ''
    ? [must('CMP-01', { code: 'earlier-time-reason' })]
    : []
}
