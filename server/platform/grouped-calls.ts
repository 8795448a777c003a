export type GroupedCallsOptions<Item, Result> = {
  /** What comes while a call is under way waits and travels together; so long at most, then the next call sets out. */
  readonly patienceMs: number
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
 * Puts concurrent calls together: who is alone goes at once; what comes meanwhile goes in the next call. A call that hangs (on
 * a lock, say) holds up nobody but those in it for longer than `patienceMs`. A group that failed is undone as a whole; its items then go one by one, so that only the one that
 * cannot be done fails.
 */
export class GroupedCalls<Item, Result> {
  readonly #options: GroupedCallsOptions<Item, Result>
  readonly #waiting: Waiting<Item, Result>[] = []
  #underWay = false

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
    if (this.#underWay || this.#waiting.length === 0) return
    this.#underWay = true
    let patient = true
    const giveWay = (): void => {
      if (!patient) return
      patient = false
      this.#underWay = false
      this.#next()
    }
    const patience = setTimeout(giveWay, this.#options.patienceMs)
    void this.#fly(this.#waiting.splice(0, this.#options.most)).finally(() => {
      clearTimeout(patience)
      giveWay()
    })
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
