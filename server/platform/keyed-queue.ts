/**
 * One at a time per key, first come first served, within this process. Optimistic retries on one hot row collapse under load
 * (commit.md); those who lost once queue up here and so win in turn. Other nodes are still met by the version.
 */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<void>>()

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const turn = Promise.withResolvers<void>()
    const mine = before.then(() => turn.promise)
    this.#last.set(key, mine)
    await before
    try {
      return await work()
    } finally {
      turn.resolve()
      if (this.#last.get(key) === mine) this.#last.delete(key)
    }
  }
}
