/** One way to break LUB.yaml, and how the loader has to say so. */
export type Slip = {
  readonly of: string
  /** Stands exactly once in LUB.yaml and is replaced by `by`. */
  readonly instead: string
  readonly by: string
  /** Text on the line that must be named; `by` when left out. */
  readonly on?: string
  readonly path: string
  readonly message: string
  readonly remedy: string
}
