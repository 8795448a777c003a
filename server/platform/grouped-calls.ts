export type GroupedCallsOptions<Item, Result> = {
  /** Calls under way at once; what comes meanwhile waits and travels together. */
  readonly flights: number
  /** Items at most in one call. */
  readonly most: number
  /** Makes one call of all items; results in their order. */
  send(items: readonly Item[]): Promise<readonly Result[]>
  /** Whether a call that failed with this error surely had no effect, so that its items may be sent again one by one. */
  isUndone(error: unknown): boolean
}

type Waiting<Item, Result> = {
  readonly item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/**
 * Puts concurrent calls together without making anybody wait who is alone: an item goes at once while fewer than `flights`
 * calls are under way. A group that failed is undone as a whole; its items then go one by one, so that only the one that
 * cannot be done fails.
 */
export class GroupedCalls<Item, Result> {
  readonly #options: GroupedCallsOptions<Item, Result>
  readonly #waiting: Waiting<Item, Result>[] = []
  #underWay = 0

  constructor(options: GroupedCallsOptions<Item, Result>) {
    this.#options = options
  }

  run(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    while (this.#waiting.length > 0 && this.#underWay < this.#options.flights) {
      const group = this.#waiting.splice(0, this.#options.most)
      this.#underWay += 1
      void this.#fly(group).finally(() => {
        this.#underWay -= 1
        this.#next()
      })
    }
  }

  async #fly(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#options.send(group.map((one) => one.item))
      group.forEach((one, index) => one.resolve(results[index] as Result))
    } catch (error) {
      if (group.length > 1 && this.#options.isUndone(error))
        for (const one of group) await this.#fly([one])
      else for (const one of group) one.reject(error)
    }
  }
}
