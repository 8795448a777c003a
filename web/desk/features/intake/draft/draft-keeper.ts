import { ApiFailure, Conflict, LoggedOut, Offline, type Saved } from '@yinuo/web-shared'
import type { DraftContent } from './content.ts'
import type { DeviceDraft, DeviceDrafts } from './device-drafts.ts'

export type ServerDrafts = {
  /** `key` stays the same until the start is answered, so that a lost answer starts no second draft. */
  start(
    draft: Pick<DeviceDraft, 'id' | 'playbook' | 'content'>,
    key: string,
  ): Promise<{ receivedAt: string; savedAt: string; revision: number }>
  save(id: string, revision: number, content: DraftContent): Promise<{ savedAt: string }>
}

export type Ports = {
  readonly server: ServerDrafts
  readonly device: DeviceDrafts
  /** Business time in epoch milliseconds. */
  readonly now: () => number
  readonly newKey: () => string
  /** Runs once after so many milliseconds; returns what cancels it. */
  readonly later: (run: () => void, ms: number) => () => void
}

/** Why saving stands still although there is something to save. */
export type Hindrance = 'elsewhere' | 'logged-out' | 'failed' | null

export type Snapshot = {
  readonly content: DraftContent
  /** Set with the first keystroke. */
  readonly startedAt: string | null
  readonly receivedAt: string | null
  readonly saved: Saved | null
  readonly hindrance: Hindrance
  readonly error: unknown
}

type Known = {
  readonly id: string
  readonly playbook: string
  readonly content: DraftContent
  readonly startedAt?: string
  /** What the server has: its revision and times; absent while it knows nothing. */
  readonly server?: { receivedAt: string; savedAt: string; revision: number }
  /** Changes of this device that the server has not confirmed. */
  readonly unconfirmed?: number
}

/** After the last key; a whole sentence is then one save. */
const SAVE_AFTER_MS = 600
const RETRY_AFTER_MS = 3000
/** Answers that go away by themselves. */
const PASSING: ReadonlySet<string> = new Set(['unavailable', 'too-many'])

/**
 * Keeps one intake draft: the first change starts it on the server at once (the customer's first word), later ones are
 * saved 600 ms after the last key. Until the server has confirmed, the device holds a copy; without a connection it goes
 * on trying. One request is under way at a time, so revisions arrive in order.
 */
export class DraftKeeper {
  readonly id: string
  readonly #playbook: string
  readonly #ports: Ports
  readonly #listeners = new Set<() => void>()
  #snapshot: Snapshot
  /** Revision of what is on screen, and the last one the server confirmed. */
  #revision: number
  #confirmed: number
  #onServer: boolean
  #start: { key: string; content: DraftContent; revision: number } | undefined
  #underWay: Promise<void> | undefined
  #cancelTimer: (() => void) | undefined
  #ended = false

  constructor(known: Known, ports: Ports) {
    this.id = known.id
    this.#playbook = known.playbook
    this.#ports = ports
    const { server } = known
    this.#onServer = server !== undefined
    this.#confirmed = server?.revision ?? 0
    this.#revision = Math.max(this.#confirmed, known.unconfirmed ?? 0)
    this.#snapshot = {
      content: known.content,
      startedAt: known.startedAt ?? server?.receivedAt ?? null,
      receivedAt: server?.receivedAt ?? null,
      saved: this.unsaved
        ? { where: 'device' }
        : server === undefined
          ? null
          : { where: 'server', at: server.savedAt },
      hindrance: null,
      error: null,
    }
    if (this.unsaved) this.#schedule(0)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): Snapshot => this.#snapshot

  get unsaved(): boolean {
    return !this.#ended && this.#revision > this.#confirmed
  }

  readonly change = (next: (content: DraftContent) => DraftContent): void => {
    const content = next(this.#snapshot.content)
    if (this.#ended || content === this.#snapshot.content) return
    const first = this.#snapshot.startedAt === null
    this.#revision += 1
    const startedAt = this.#snapshot.startedAt ?? new Date(this.#ports.now()).toISOString()
    this.#show({ content, startedAt })
    this.#keepOnDevice()
    if (this.#snapshot.hindrance === null) this.#schedule(first ? 0 : SAVE_AFTER_MS)
  }

  /** Saves now what is not saved; resolves when nothing is under way any more, whether it worked or not. */
  readonly flush = async (): Promise<void> => {
    this.#cancelTimer?.()
    await this.#underWay
    if (this.unsaved) await this.#save()
  }

  /** Another window has saved a newer revision: `mine` writes this window's words over it. */
  readonly keepMine = (serverRevision: number): void => {
    this.#confirmed = Math.max(this.#confirmed, serverRevision)
    this.#revision = this.#confirmed + 1
    this.retry()
  }

  readonly retry = (): void => {
    if (this.#ended) return
    this.#show({ hindrance: null, error: null })
    this.#schedule(0)
  }

  /** What a closing page still has to send; see leave-save.ts. */
  unsent(): { start: boolean; revision: number; content: DraftContent; playbook: string } | null {
    if (!this.unsaved) return null
    const { content } = this.#snapshot
    return { start: !this.#onServer, revision: this.#revision, content, playbook: this.#playbook }
  }

  /** Registered, merged or put down: the device forgets it. */
  readonly end = (): void => {
    this.#ended = true
    this.#cancelTimer?.()
    this.#ports.device.forget(this.id)
  }

  #schedule(ms: number): void {
    this.#cancelTimer?.()
    this.#cancelTimer = this.#ports.later(() => void this.flush(), ms)
  }

  async #save(): Promise<void> {
    this.#show({ saved: { where: 'saving' } })
    this.#underWay = this.#send().finally(() => {
      this.#underWay = undefined
    })
    await this.#underWay
  }

  async #send(): Promise<void> {
    try {
      const savedAt = this.#onServer ? await this.#saveRevision() : await this.#startOnServer()
      if (this.#ended) return
      this.#show({ saved: { where: 'server', at: savedAt }, hindrance: null, error: null })
      if (this.unsaved) {
        this.#keepOnDevice()
        this.#schedule(SAVE_AFTER_MS)
      } else this.#ports.device.forget(this.id)
    } catch (error) {
      this.#failed(error)
    }
  }

  async #startOnServer(): Promise<string> {
    this.#start ??= {
      key: this.#ports.newKey(),
      content: this.#snapshot.content,
      revision: this.#revision,
    }
    const { key, content, revision } = this.#start
    const view = await this.#ports.server.start(
      { id: this.id, playbook: this.#playbook, content },
      key,
    )
    this.#onServer = true
    const changedSince = this.#revision > revision
    this.#confirmed = view.revision
    this.#revision = changedSince ? Math.max(this.#revision, view.revision + 1) : view.revision
    this.#show({ receivedAt: view.receivedAt })
    return view.savedAt
  }

  async #saveRevision(): Promise<string> {
    const revision = this.#revision
    const { savedAt } = await this.#ports.server.save(this.id, revision, this.#snapshot.content)
    this.#confirmed = Math.max(this.#confirmed, revision)
    return savedAt
  }

  #failed(error: unknown): void {
    if (this.#ended) return
    const hindrance = hindranceOf(error)
    this.#show({ saved: { where: 'device' }, hindrance, error: hindrance === null ? null : error })
    this.#keepOnDevice()
    if (hindrance === null) this.#schedule(RETRY_AFTER_MS)
  }

  #keepOnDevice(): void {
    const { content, startedAt } = this.#snapshot
    this.#ports.device.keep({
      id: this.id,
      playbook: this.#playbook,
      content,
      revision: this.#revision,
      startedAt: startedAt ?? new Date(this.#ports.now()).toISOString(),
      onServer: this.#onServer,
    })
  }

  #show(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** Null: trying again by itself may help. */
function hindranceOf(error: unknown): Hindrance {
  if (error instanceof Offline) return null
  if (error instanceof ApiFailure && PASSING.has(error.problem.error)) return null
  if (error instanceof LoggedOut) return 'logged-out'
  return error instanceof Conflict ? 'elsewhere' : 'failed'
}
