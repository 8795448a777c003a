/**
 * A problem before its place in the file is known. `word` narrows the place to one key or value below the path; `atKey`
 * points at the name itself, not at what stands behind it.
 */
export type Finding = {
  readonly path: readonly (string | number)[]
  readonly word?: string
  readonly atKey?: boolean
  readonly message: string
  readonly remedy: string
}

export type Report = (finding: Finding) => void

/** A value as it stands in the file, for a message. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** Says what may stand here, with the most likely intention first. */
export function offer(word: string, allowed: readonly string[]): string {
  const close = allowed.find((one) => isCloseTo(one, word))
  const list = allowed.length === 0 ? '（还没有一个）' : allowed.join('、')
  return close === undefined ? `可以用：${list}` : `是不是“${close}”？可以用：${list}`
}

/** Two words are close when at most a third of the longer one has to be changed. */
function isCloseTo(a: string, b: string): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, left] of a.split('').entries()) {
    const next = [i + 1]
    for (const [j, right] of b.split('').entries()) {
      const change = (row[j] ?? 0) + (left === right ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return (row.at(-1) ?? 0) * 3 <= Math.max(a.length, b.length)
}
