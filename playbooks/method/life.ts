import {
  after,
  begin,
  beginCommitment,
  type CaseCommand,
  clockEffects,
  type Commitment,
  type CommitmentEvent,
  type ComplaintEvent,
  type ComplaintState,
  type Context,
  decide,
  evolve,
  evolveCommitment,
  fire,
  type Firing,
  isRefusal,
  nextFireAt,
  type People,
  type RecordedCommitmentEvent,
  type RecordedEvent,
  type Refusal,
  register,
  type RegisterCommand,
} from '@yinuo/domain'
import { builtInPlaybook, workedExample } from '../index.ts'
import { deepFreeze } from './deep-freeze.ts'
import { staff } from './staff.ts'

export const LUB = deepFreeze(builtInPlaybook('LUB'))
export const EXAMPLE = workedExample(LUB)
export const ZONE = 'Asia/Shanghai'
/** Monday 2026-03-02, 09:00 in Shanghai: where S01 begins. */
export const MONDAY_9 = '2026-03-02T01:00:00Z'

/** The time of day in Shanghai on a day of March 2026: `march(2, '15:40')`. */
export function march(day: number, time: string): string {
  return Temporal.PlainDateTime.from(`2026-03-${String(day).padStart(2, '0')}T${time}`)
    .toZonedDateTime(ZONE)
    .toInstant()
    .toString()
}

export function contextOf(name: string, now: string, people: People): Context {
  const actor = people.get(name)
  if (actor === undefined) throw new Error(`nobody is called ${name}`)
  return { actor, people, playbook: LUB, now, zone: ZONE, openPromises: [] }
}

/** One complaint with its history and its commitments, moved the way the server moves it and frozen after every move. */
export class Life {
  state: ComplaintState
  now: string
  people: People
  readonly history: RecordedEvent[]
  readonly commitments = new Map<string, Commitment>()
  readonly commitmentHistory: { readonly id: string; readonly event: RecordedCommitmentEvent }[] =
    []
  readonly firings: (Firing & { readonly id: string; readonly at: string })[] = []

  constructor(first: readonly ComplaintEvent[], by: string, now: string, people: People) {
    const [registered, ...rest] = first
    if (registered?.type !== 'registered') throw new Error('a life begins with its registration')
    this.now = now
    this.people = people
    const event = deepFreeze({ ...registered, at: now, by })
    this.history = [event]
    this.state = deepFreeze(begin('complaint', event, LUB))
    this.keep(rest, by)
    this.runClocks(first)
  }

  /** What the command causes or why it is refused; a refusal leaves everything as it was. */
  try(name: string, command: CaseCommand, at = this.now): Refusal | readonly ComplaintEvent[] {
    const context = { ...contextOf(name, at, this.people), openPromises: this.openPromises() }
    const outcome = decide(this.state, deepFreeze(command), context)
    if (isRefusal(outcome)) return outcome
    this.now = at
    this.keep(outcome, name)
    this.runClocks(outcome)
    return outcome
  }

  /** As `try`, for what has to succeed. */
  do(name: string, command: CaseCommand, at = this.now): this {
    const outcome = this.try(name, command, at)
    if (isRefusal(outcome))
      throw new Error(`${name} ${command.type}: ${JSON.stringify(outcome.unmet)}`)
    return this
  }

  /** The worker wakes and fires what is due, until nothing more is. */
  wake(at: string): void {
    for (const id of this.commitments.keys()) {
      for (let again = true; again;) {
        const commitment = this.commitment(id)
        const due = nextFireAt(commitment)
        if (due === null || Temporal.Instant.compare(due, at) > 0) break
        const { restart, firings } = fire(commitment, at, this.state.lastActivityAt)
        if (restart !== null) this.move(id, restart, at)
        for (const firing of firings) {
          this.move(id, firing.event, at)
          this.firings.push({ ...firing, id, at })
        }
        again = restart !== null
      }
    }
  }

  /** What is promised and not yet kept. */
  openPromises(): readonly string[] {
    return [...this.commitments.values()]
      .filter((one) => one.kind === 'promise' && one.metAt === null && one.outcome !== 'void')
      .map((one) => one.content)
  }

  commitment(id: string): Commitment {
    const found = this.commitments.get(id)
    if (found === undefined) throw new Error(`no commitment ${id}`)
    return found
  }

  /** The commitments of a clock, oldest first. */
  clock(key: string): readonly Commitment[] {
    return [...this.commitments.values()].filter((one) => one.clock === key)
  }

  /** Records an event of a commitment, as a promise or an explanation does. */
  move(id: string, event: CommitmentEvent, at = this.now, by: string | null = null): void {
    const recorded = deepFreeze({ ...event, at, by })
    this.commitmentHistory.push({ id, event: recorded })
    const moved =
      recorded.type === 'commitment-opened'
        ? beginCommitment(recorded)
        : evolveCommitment(this.commitment(id), recorded)
    this.commitments.set(id, deepFreeze(moved))
  }

  private keep(events: readonly ComplaintEvent[], by: string): void {
    for (const event of events) {
      const recorded = deepFreeze({ ...event, at: this.now, by })
      this.history.push(recorded)
      this.state = deepFreeze(evolve(this.state, recorded, LUB))
    }
  }

  private runClocks(events: readonly ComplaintEvent[]): void {
    const open = [...this.commitments.values()].filter((one) => one.outcome === 'open')
    let fresh = this.commitments.size
    const effects = clockEffects(this.state, events, open, {
      playbook: LUB,
      now: this.now,
      zone: ZONE,
      title: '鑫源',
      newId: () => `commitment-${++fresh}`,
    })
    for (const { id, events: moved } of effects)
      for (const event of moved) this.move(id, event, this.now)
  }
}

export function registration(changes: Partial<RegisterCommand> = {}): RegisterCommand {
  return {
    type: 'register',
    id: 'complaint',
    number: 'TS-20260302-0001',
    siteId: 'changzhou',
    customerId: null,
    ...EXAMPLE.complaint,
    values: EXAMPLE.forms['registration']?.values ?? {},
    unavailable: {},
    words: [{ at: MONDAY_9, text: '刚换的油，怠速油压灯就亮', key: true }],
    moods: [{ at: MONDAY_9, mood: 'anxious' }],
    receivedAt: MONDAY_9,
    firstKeystrokeAt: MONDAY_9,
    earlierReason: null,
    ...changes,
  }
}

/** A complaint as 刘芳, or whoever is named, registered it two minutes after the customer's first word. */
export function registered(by = '刘芳', people = staff(), at = after(MONDAY_9, 'PT2M')): Life {
  const outcome = register(registration(), contextOf(by, at, people))
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome.unmet))
  return new Life(outcome, by, at, people)
}
