import type { CommitmentId, InstantText, UserId } from '../kernel/ids.ts'
import { after, before, endOfDay, isBefore, normalInstant } from '../kernel/instant.ts'
import { type ComplaintEvent, QUIET_EVENTS } from '../complaint/event.ts'
import type { ComplaintState, TaskRow } from '../complaint/state.ts'
import { selectorMatches } from '../playbook/event-selector.ts'
import type { Clock, Playbook } from '../playbook/playbook.ts'
import {
  beginCommitment,
  evolveCommitment,
  type Commitment,
  type CommitmentEvent,
} from './commitment.ts'
import { restartBy } from './fire.ts'

/** What a command on a case does to its commitments: streams to open, and events for open ones. */
export type ClockEffect = {
  readonly id: CommitmentId
  readonly before: Commitment | null
  readonly events: readonly CommitmentEvent[]
}

export type ClockSetting = {
  readonly playbook: Playbook
  readonly now: InstantText
  readonly zone: string
  readonly title: string
  readonly newId: () => CommitmentId
}

/**
 * Starts, meets, voids and passes on the clocks a playbook hangs on the events of a case. Pure; asks nobody the time.
 * `open` are the case's open commitments; promises stay with who made them.
 */
export function clockEffects(
  state: ComplaintState,
  events: readonly ComplaintEvent[],
  open: readonly Commitment[],
  setting: ClockSetting,
): readonly ClockEffect[] {
  const effects = new Map<
    CommitmentId,
    { before: Commitment | null; now: Commitment | null; events: CommitmentEvent[] }
  >()
  for (const commitment of open)
    effects.set(commitment.id, { before: commitment, now: commitment, events: [] })
  const apply = (id: CommitmentId, event: CommitmentEvent): void => {
    const effect = effects.get(id) ?? { before: null, now: null, events: [] }
    effect.events.push(event)
    effect.now =
      event.type === 'commitment-opened'
        ? beginCommitment(event)
        : effect.now === null
          ? null
          : evolveCommitment(effect.now, { ...event, at: setting.now, by: null })
    effects.set(id, effect)
  }
  const running = (clock: Clock, tasks: readonly string[]): readonly Commitment[] =>
    [...effects.values()].flatMap(({ now }) =>
      now !== null &&
      now.clock === clock.key &&
      now.outcome === 'open' &&
      (clock.per === 'case' || tasks.includes(now.task))
        ? [now]
        : [],
    )

  for (const event of events) {
    for (const clock of setting.playbook.clocks) {
      const tasks = tasksOf(event, state)
      if (clock.metBy.some((selector) => selectorMatches(selector, event))) {
        for (const one of running(clock, tasks))
          apply(one.id, { type: 'commitment-met', data: { metAt: setting.now, note: '' } })
      } else if (clock.voidedBy.some((selector) => selectorMatches(selector, event))) {
        for (const one of running(clock, tasks))
          apply(one.id, { type: 'commitment-voided', data: { reason: event.type } })
      }
      if (!clock.from.some((selector) => selectorMatches(selector, event))) continue
      for (const one of running(clock, tasks))
        apply(one.id, { type: 'commitment-voided', data: { reason: 'restarted' } })
      for (const id of clock.per === 'task' ? tasks : ['']) {
        const opened = openClock(clock, id, event, state, setting)
        apply(opened.data.id, opened)
      }
    }
    const next = nextFollowUp(event, state, setting)
    if (next !== null) apply(next.data.id, next)
    if (event.type === 'acknowledged') {
      for (const { now } of effects.values()) {
        const moves =
          now !== null &&
          now.outcome === 'open' &&
          now.ownedBy === 'owner' &&
          now.owner !== event.data.by
        if (moves) apply(now.id, { type: 'commitment-reassigned', data: { owner: event.data.by } })
      }
    }
    if (event.type === 'closed') {
      for (const { now } of effects.values()) {
        if (now !== null && now.kind === 'deadline' && now.outcome === 'open')
          apply(now.id, { type: 'commitment-voided', data: { reason: 'closed' } })
      }
    }
  }
  // Silence is asked for when its clock fires, not written on every activity. A clock that has spoken does not fire again
  // by itself: activity sets it back, or the case could fall silent a second time unseen (ESC-13).
  if (events.some((event) => !QUIET_EVENTS.has(event.type))) {
    for (const { now } of effects.values()) {
      const restart = now !== null && now.fired > 0 ? restartBy(now, setting.now) : null
      if (now !== null && restart !== null) apply(now.id, restart)
    }
  }
  return [...effects]
    .filter(([, effect]) => effect.events.length > 0)
    .map(([id, effect]) => ({ id, before: effect.before, events: effect.events }))
}

/** The tasks an event is about; a case taken up again has all of its open ones before it once more. */
function tasksOf(event: ComplaintEvent, state: ComplaintState): readonly string[] {
  switch (event.type) {
    case 'tasks-created':
      return event.data.tasks.map((task) => task.id)
    case 'task-added':
      return [event.data.id]
    case 'task-acknowledged':
    case 'task-completed':
      return [event.data.task]
    case 'reopened':
      return state.tasks.filter((task) => task.state === 'open').map((task) => task.id)
    default:
      return state.tasks.map((task) => task.id)
  }
}

type Opened = Extract<CommitmentEvent, { type: 'commitment-opened' }>

function openClock(
  clock: Clock,
  taskId: string,
  event: ComplaintEvent,
  state: ComplaintState,
  setting: ClockSetting,
): Opened {
  const base = clock.base === 'received' ? state.receivedAt : setting.now
  const task = state.tasks.find((one) => one.id === taskId)
  const due =
    'after' in clock.due
      ? after(base, clock.due.after)
      : endOfDay(base, setting.zone, clock.due.endOfDay)
  const named = event.type === 'care-planned' ? event.data.dueAt : agreedDue(task, setting)
  if (task === undefined) return opened(clock, named ?? due, state, setting)
  // Two clocks of one name would be one to the reader: each says which task it counts for.
  const own = { ...clock, label: `${clock.label}：${task.label}` }
  const content = [task.label, task.product].filter((part) => part !== '').join(' ')
  return opened(own, named ?? due, state, setting, { task: taskId, content })
}

/** The end of the day agreed with the customer, while it is still ahead. */
function agreedDue(task: TaskRow | undefined, { now, zone }: ClockSetting): InstantText | null {
  if (task === undefined || task.dueOn === '') return null
  const day = Temporal.PlainDate.from(task.dueOn)
  const due = day.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()
  return isBefore(now, due) ? due : null
}

function opened(
  clock: Clock,
  due: InstantText,
  state: ComplaintState,
  setting: ClockSetting,
  { task, content } = { task: '', content: '' },
): Opened {
  // A time that came from a screen may carry an offset or fractions; stages are told apart by comparing texts.
  const dueAt = normalInstant(due)
  const warnAt = before(dueAt, clock.warnBefore)
  return {
    type: 'commitment-opened',
    data: {
      id: setting.newId(),
      kind: 'deadline',
      clock: clock.key,
      rule: clock.rule,
      label: clock.label,
      task,
      content,
      subject: { kind: 'complaint', id: state.id, number: state.number, title: setting.title },
      siteId: state.siteId,
      owner: ownerOf(clock, state),
      ownedBy: clock.ownedBy,
      toWhom: '',
      source: 'policy',
      openedAt: setting.now,
      dueAt,
      // A clock that starts late (an earlier received-at, a short day) is warned of at once, not in the past twice.
      warnAt: isBefore(warnAt, setting.now) ? null : warnAt,
      ladder: clock.ladder.map((rung) => ({ at: after(dueAt, rung.after), to: rung.to })),
      quietSpan: clock.restartsOnActivity && 'after' in clock.due ? clock.due.after : null,
    },
  }
}

/** FUP-01: an unsatisfied answer has named the day of the next follow-up; it becomes the follow-up clock's due time. */
function nextFollowUp(
  event: ComplaintEvent,
  state: ComplaintState,
  setting: ClockSetting,
): Opened | null {
  if (
    event.type !== 'followed-up' ||
    event.data.satisfied ||
    event.data.changeNeeded ||
    event.data.nextAt === null
  )
    return null
  const clock = setting.playbook.clocks.find((one) => one.key === 'follow-up')
  return clock === undefined ? null : opened(clock, event.data.nextAt, state, setting)
}

function ownerOf(clock: Clock, state: ComplaintState): UserId | null {
  switch (clock.ownedBy) {
    case 'owner':
      return state.owner
    case 'recorder':
      return state.recorder
    case 'receiver':
      return state.pendingHandover?.to ?? state.owner
    case 'leaders':
      return null
  }
}
