/** What the doctor thinks of one thing: it holds, somebody should look, or the program cannot be relied on. */
export type Verdict = {
  readonly level: '好' | '注意' | '坏'
  /** What was looked at and what was found, in one line. */
  readonly found: string
  /** What to do about it. */
  readonly remedy?: string
}

export const good = (found: string): Verdict => ({ level: '好', found })
export const notice = (found: string, remedy: string): Verdict => ({ level: '注意', found, remedy })
export const bad = (found: string, remedy: string): Verdict => ({ level: '坏', found, remedy })

export function wordVerdict({ level, found, remedy }: Verdict): string {
  return `${level.padEnd(2, '　')} ${found}${remedy === undefined ? '' : ` → ${remedy}`}`
}
