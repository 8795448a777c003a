const cleanings = new Set<() => Promise<void> | void>()

/** `clean` runs when the bench is interrupted; the function returned takes that back. */
export function onInterrupt(clean: () => Promise<void> | void): () => void {
  cleanings.add(clean)
  return () => void cleanings.delete(clean)
}

async function cleanAndEnd(): Promise<void> {
  // Last made, first removed: the program before the folder it works in.
  for (const clean of [...cleanings].reverse()) await clean()
  process.exit(130)
}

process.once('SIGINT', () => void cleanAndEnd())
process.once('SIGTERM', () => void cleanAndEnd())
