/** What `work` gives, or null when it fails or takes longer. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  const { promise: over, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), limitMs)
  try {
    return await Promise.race([work.catch(() => null), over])
  } finally {
    clearTimeout(timer)
  }
}
