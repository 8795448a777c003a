/** Deeper than any form of ours; recursion over what is deeper would exhaust the stack. */
const DEEPEST = 32

export type Unstorable = {
  readonly path: string
  readonly message: 'text-not-storable' | 'too-deep'
}

/**
 * The first place in a JSON value that cannot be kept: a text or key with NUL or half a surrogate pair (PostgreSQL refuses
 * them), or nesting beyond all sense. Asked of everything that comes in, so that no single field can forget it. Without
 * recursion, for it meets what others sent.
 */
export function findUnstorable(input: unknown): Unstorable | null {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [
    { value: input, path: [] },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !isStorable(value)) return at(path, 'text-not-storable')
    if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) continue
    if (path.length >= DEEPEST) return at(path, 'too-deep')
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return at(path, 'text-not-storable')
      waiting.push({ value: inner, path: [...path, key] })
    }
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

function at(path: readonly string[], message: Unstorable['message']): Unstorable {
  return { path: path.join('.').slice(0, 200), message }
}
