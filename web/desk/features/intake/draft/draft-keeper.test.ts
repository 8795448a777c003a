import { Conflict, LoggedOut, Offline } from '@yinuo/web-shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type DraftContent, emptyContent } from './content.ts'
import { type DeviceDraft, deviceDrafts } from './device-drafts.ts'
import { DraftKeeper, type ServerDrafts } from './draft-keeper.ts'

const SAVED_AT = '2026-03-02T01:03:01Z'
const typed = (text: string) => (content: DraftContent) => ({ ...content, unfinished: text })

/** A server that remembers, and that can be made to fail. */
class Server implements ServerDrafts {
  readonly drafts = new Map<string, { revision: number; content: DraftContent }>()
  readonly asked: string[] = []
  failure: Error | undefined

  async start(draft: Pick<DeviceDraft, 'id' | 'content'>, key: string) {
    this.asked.push(`start ${key}`)
    await this.#answer()
    if (!this.drafts.has(draft.id))
      this.drafts.set(draft.id, { revision: 1, content: draft.content })
    return { receivedAt: '2026-03-02T01:00:44Z', savedAt: SAVED_AT, revision: 1 }
  }

  async save(id: string, revision: number, content: DraftContent) {
    this.asked.push(`save ${revision}`)
    await this.#answer()
    const known = this.drafts.get(id)
    if (known === undefined || known.revision >= revision) throw conflict()
    this.drafts.set(id, { revision, content })
    return { savedAt: SAVED_AT }
  }

  async #answer(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (this.failure !== undefined) throw this.failure
  }
}

function conflict(): Conflict {
  return new Conflict({ error: 'conflict', message: '', reference: '', current: { version: 9 } })
}

function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

describe('an intake draft', () => {
  let server: Server
  let storage: Storage
  let keys: number

  beforeEach(() => {
    vi.useFakeTimers()
    server = new Server()
    storage = memoryStorage()
    keys = 0
    return () => vi.useRealTimers()
  })

  const open = (more: Partial<ConstructorParameters<typeof DraftKeeper>[0]> = {}): DraftKeeper =>
    new DraftKeeper(
      { id: 'd1', playbook: 'LUB', content: emptyContent(), ...more },
      {
        server,
        device: deviceDrafts('fang', storage),
        now: () => Date.parse('2026-03-02T01:00:44Z'),
        newKey: () => `key-${(keys += 1)}`,
        later: (run, ms) => {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
      },
    )
  const kept = (): DeviceDraft | undefined => deviceDrafts('fang', storage).find('d1')

  it('starts on the server with the first keystroke, not 600 ms later', async () => {
    const keeper = open()
    keeper.change(typed('你'))
    await vi.advanceTimersByTimeAsync(25)
    expect(server.drafts.get('d1')?.content.unfinished).toBe('你')
    expect(keeper.getSnapshot()).toMatchObject({ receivedAt: '2026-03-02T01:00:44Z' })
  })

  it('saves once, 600 ms after the last key', async () => {
    const keeper = open()
    keeper.change(typed('你'))
    await vi.advanceTimersByTimeAsync(100)
    for (const text of ['你们', '你们那个', '你们那个油']) {
      keeper.change(typed(text))
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(server.asked).toEqual(['start key-1'])
    await vi.advanceTimersByTimeAsync(700)
    expect(server.asked).toHaveLength(2)
    expect(server.drafts.get('d1')?.content.unfinished).toBe('你们那个油')
    expect(keeper.getSnapshot().saved).toEqual({ where: 'server', at: SAVED_AT })
  })

  it('lies on the device until the server has confirmed, then no longer', async () => {
    const keeper = open()
    keeper.change(typed('你'))
    expect(kept()?.content.unfinished).toBe('你')
    await vi.advanceTimersByTimeAsync(100)
    expect(kept()).toBeUndefined()
  })

  it('offline: says so, keeps every change on the device, and saves by itself when the line is back', async () => {
    server.failure = new Offline('')
    const keeper = open()
    keeper.change(typed('你'))
    await vi.advanceTimersByTimeAsync(100)
    keeper.change(typed('你们'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.getSnapshot().saved).toEqual({ where: 'device' })
    expect(kept()).toMatchObject({ onServer: false, content: { unfinished: '你们' } })
    server.failure = undefined
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.drafts.get('d1')?.content.unfinished).toBe('你们')
    expect(kept()).toBeUndefined()
  })

  it('a start whose answer was lost is repeated with the same key and the same content', async () => {
    server.failure = new Offline('')
    const keeper = open()
    keeper.change(typed('你'))
    await vi.advanceTimersByTimeAsync(100)
    keeper.change(typed('你们'))
    await vi.advanceTimersByTimeAsync(4000)
    expect(new Set(server.asked)).toEqual(new Set(['start key-1']))
  })

  it('what was typed while a save was under way is saved after it, in order', async () => {
    const keeper = open()
    keeper.change(typed('一'))
    await vi.advanceTimersByTimeAsync(5)
    keeper.change(typed('一二'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.drafts.get('d1')).toMatchObject({ revision: 2, content: { unfinished: '一二' } })
    expect(keeper.unsaved).toBe(false)
  })

  it('found again after a crash: the newer copy of the device is saved over the older one of the server', async () => {
    server.drafts.set('d1', { revision: 4, content: typed('旧')(emptyContent()) })
    open({
      content: typed('旧的后面')(emptyContent()),
      server: { receivedAt: '2026-03-02T01:00:44Z', savedAt: SAVED_AT, revision: 4 },
      unconfirmed: 6,
    })
    await vi.advanceTimersByTimeAsync(100)
    expect(server.drafts.get('d1')).toMatchObject({
      revision: 6,
      content: { unfinished: '旧的后面' },
    })
  })

  it('a newer revision from another window is not overwritten unasked', async () => {
    const server4 = { receivedAt: '', savedAt: SAVED_AT, revision: 4 }
    server.drafts.set('d1', { revision: 9, content: typed('那边')(emptyContent()) })
    const keeper = open({ server: server4 })
    keeper.change(typed('这边'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.getSnapshot().hindrance).toBe('elsewhere')
    expect(server.drafts.get('d1')?.content.unfinished).toBe('那边')
    keeper.keepMine(9)
    await vi.advanceTimersByTimeAsync(100)
    expect(server.drafts.get('d1')).toMatchObject({ revision: 10, content: { unfinished: '这边' } })
  })

  it('when the session has ended it stops asking and keeps the words on the device', async () => {
    server.failure = new LoggedOut({ error: 'unauthenticated', message: '', reference: '' })
    const keeper = open()
    keeper.change(typed('你'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.asked).toHaveLength(1)
    expect(keeper.getSnapshot()).toMatchObject({
      hindrance: 'logged-out',
      saved: { where: 'device' },
    })
    expect(kept()?.content.unfinished).toBe('你')
  })

  it('once registered or put down, nothing of it stays on the device', async () => {
    server.failure = new Offline('')
    const keeper = open()
    keeper.change(typed('你'))
    keeper.end()
    await vi.advanceTimersByTimeAsync(5000)
    expect(kept()).toBeUndefined()
  })

  it('another person on the same machine does not find it', () => {
    open().change(typed('你'))
    expect(deviceDrafts('qiang', storage).all()).toEqual([])
    expect(deviceDrafts('fang', storage).all()).toHaveLength(1)
  })
})
